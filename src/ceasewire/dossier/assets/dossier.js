// Small comforts. Every view works without this file.
(function () {
  "use strict";
  var text = document.querySelector(".text");

  // #c120-180 lights exactly these characters of the page.
  function land() {
    var told = /^#c(\d+)-(\d+)$/.exec(location.hash);
    document.querySelectorAll(".text mark.found").forEach(function (old) {
      old.replaceWith(document.createTextNode(old.textContent));
    });
    if (!text || !told) return;
    text.normalize();
    var first = null;
    text.querySelectorAll("[data-o]").forEach(function (piece) {
      var at = Number(piece.dataset.o);
      var words = Array.from(piece.textContent);
      var low = Math.max(0, Number(told[1]) - at);
      var high = Math.min(words.length, Number(told[2]) - at);
      if (low >= high) return;
      var mark = document.createElement("mark");
      mark.className = "found";
      mark.textContent = words.slice(low, high).join("");
      piece.textContent = words.slice(0, low).join("");
      piece.append(mark, words.slice(high).join(""));
      first = first || mark;
    });
    if (first) first.scrollIntoView({ block: "center" });
  }

  // A statement that is pointed at or focused lights its source, its cue and its content.
  function light(event) {
    var found = event.target.closest ? event.target.closest("[data-s]") : null;
    var keys = found ? found.dataset.s.split(" ") : [];
    document.querySelectorAll("[data-s]").forEach(function (other) {
      var one = other.dataset.s.split(" ").some(function (key) { return key === keys[keys.length - 1]; });
      other.classList.toggle("lit", one);
      if (one && other.tagName === "LI" && !other.contains(found)) other.scrollIntoView({ block: "nearest" });
    });
  }

  // The days of the replay as a slider; it opens the day when it is let go.
  function slide() {
    var form = document.querySelector("form.day");
    if (!form) return;
    var days = form.dataset.steps.trim().split(" ");
    var field = form.querySelector("input[type=date]");
    var range = document.createElement("input");
    range.type = "range";
    range.min = 0;
    range.max = days.length - 1;
    var here = days.filter(function (day) { return !field.value || day <= field.value; }).length - 1;
    range.value = Math.max(0, here);
    range.setAttribute("aria-label", "As of");
    range.setAttribute("aria-valuetext", days[range.value]);
    range.addEventListener("input", function () {
      field.value = days[range.value];
      range.setAttribute("aria-valuetext", days[range.value]);
    });
    range.addEventListener("change", function () { form.requestSubmit(); });
    form.prepend(range);
  }

  // "/" goes to the search box; j and k walk along a list of facts.
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    var find = document.getElementById("find");
    if (event.key === "/" && find) { event.preventDefault(); find.focus(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    var links = Array.from(document.querySelectorAll(".facts .what, .margin .say, .said .say, .hits a:first-child"));
    var at = links.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1);
    if (links[at]) { links[at].focus(); links[at].scrollIntoView({ block: "nearest" }); }
  }

  // Beside every picture to take along as SVG, one to take along as PNG, twice as fine as on the screen.
  function png(link) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "plain-button";
    button.textContent = "PNG";
    button.addEventListener("click", function () {
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth * 2;
        canvas.height = image.naturalHeight * 2;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(function (blob) {
          var out = document.createElement("a");
          out.href = URL.createObjectURL(blob);
          out.download = link.download.replace(/svg$/, "png");
          out.click();
          setTimeout(function () { URL.revokeObjectURL(out.href); }, 1000);
        });
      };
      image.src = link.href;
    });
    link.after(" ", button);
  }

  // On a narrow screen the bar of views stands where the view that is open can be seen.
  function bar() {
    var here = document.querySelector(".top nav [aria-current]");
    if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 40;
  }

  land();
  slide();
  bar();
  if (location.protocol !== "file:") document.querySelectorAll("a[data-picture]").forEach(png);
  addEventListener("hashchange", land);
  document.addEventListener("keydown", keys);
  if (text) {
    document.addEventListener("mouseover", light);
    document.addEventListener("focusin", light);
  }
})();
