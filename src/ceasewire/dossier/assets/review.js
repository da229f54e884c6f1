// Reviewing by mouse and keyboard. Every form works without this file.
(function () {
  "use strict";
  var desk = document.getElementById("desk");
  var text = document.querySelector(".text");
  var chosen = null;

  function characters(words) { return Array.from(words).length; }

  // The place of a point of the page among its characters; null outside the text.
  function place(node, offset) {
    var element = node.nodeType === 1 ? node : node.parentElement;
    var piece = element && element.closest(".text [data-o]");
    if (!piece) {
      var inside = element && element.closest(".text") && element.querySelectorAll("[data-o]")[0];
      return inside ? Number(inside.dataset.o) : null;
    }
    var range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    return Number(piece.dataset.o) + characters(range.toString());
  }

  function fields(ends) { return ends.querySelectorAll("input"); }

  // The characters from low to high, as far as the page shows them.
  function words(low, high) {
    var found = "";
    text.querySelectorAll("[data-o]").forEach(function (piece) {
      var at = Number(piece.dataset.o);
      var letters = Array.from(piece.textContent);
      found += letters.slice(Math.max(0, low - at), Math.max(0, Math.min(letters.length, high - at))).join("");
    });
    return found;
  }

  // What a pair of ends holds, beside it and on the page.
  function show(ends) {
    var pair = fields(ends);
    var low = Number(pair[0].value), high = Number(pair[1].value);
    var held = pair[0].value && pair[1].value && low < high ? words(low, high) : "";
    ends.querySelector("output").textContent = held.length > 90 ? held.slice(0, 60) + " … " + held.slice(-25) : held;
    pick(low, held ? high : low);
  }

  function pick(low, high) {
    document.querySelectorAll(".text mark.picked").forEach(function (old) { old.replaceWith.apply(old, old.childNodes); });
    text.normalize();
    var first = null;
    text.querySelectorAll("[data-o]").forEach(function (piece) {
      var at = Number(piece.dataset.o);
      var letters = Array.from(piece.textContent);
      var from = Math.max(0, low - at), to = Math.min(letters.length, high - at);
      if (from >= to) return;
      var mark = document.createElement("mark");
      mark.className = "picked";
      mark.textContent = letters.slice(from, to).join("");
      piece.textContent = letters.slice(0, from).join("");
      piece.append(mark, letters.slice(to).join(""));
      first = first || mark;
    });
    if (first) first.scrollIntoView({ block: "nearest" });
  }

  function choose(ends) {
    document.querySelectorAll(".ends.chosen").forEach(function (old) { old.classList.remove("chosen"); });
    chosen = ends;
    if (ends) ends.classList.add("chosen");
  }

  // Words marked on the page go into the pair of ends that was chosen last.
  function take() {
    var selection = getSelection();
    if (!chosen || !selection.rangeCount || selection.isCollapsed) return;
    var range = selection.getRangeAt(0);
    var low = place(range.startContainer, range.startOffset), high = place(range.endContainer, range.endOffset);
    if (low === null || high === null || low >= high) return;
    var pair = fields(chosen);
    pair[0].value = low;
    pair[1].value = high;
    selection.removeAllRanges();
    show(chosen);
  }

  // With shift an arrow moves an end by a word.
  function leap(event) {
    var field = event.target;
    if (!event.shiftKey || !/^Arrow(Up|Down|Left|Right)$/.test(event.key) || field.type !== "number") return;
    event.preventDefault();
    var on = event.key === "ArrowUp" || event.key === "ArrowRight";
    var at = Number(field.value || 0);
    var beside = Array.from(on ? words(at, at + 60) : words(Math.max(0, at - 60), at));
    if (!on) beside.reverse();
    var step = 0;
    while (step < beside.length && /\s/.test(beside[step])) step += 1;
    while (step < beside.length && !/\s/.test(beside[step])) step += 1;
    field.value = Math.max(0, at + (on ? step : -step));
    show(field.closest(".ends"));
  }

  // A form is sent once it says who rules and why; the reason given last is offered again.
  function send(form, button) {
    var empty = Array.from(form.querySelectorAll("[required]")).filter(function (field) { return !field.value.trim(); });
    if (!empty.length) { form.requestSubmit(button); return; }
    var why = empty.filter(function (field) { return field.name === "why"; })[0];
    var last = null;
    try { last = sessionStorage.getItem("why"); } catch (error) { last = null; }
    if (why && last) why.value = last;
    empty[0].focus();
    if (empty[0] === why) why.select();
  }

  function remember(event) {
    var why = event.target.elements && event.target.elements.why;
    try { if (why) sessionStorage.setItem("why", why.value); } catch (error) { return; }
  }

  function pressed(key) {
    var here = document.activeElement.closest("li.fact") || desk || document.querySelector(".factsheet .lower");
    if (!here) return null;
    if (key === "u") return document.querySelector("form[action$='/undo'] button");
    if (key === "a") return here.querySelector("button[value=accept]");
    if (key === "x") return here.querySelector("button[value=reject]");
    return here.querySelector("[data-key='" + key + "']");
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (!/^[npaxcu]$/.test(event.key)) return;
    var found = pressed(event.key);
    if (!found) return;
    event.preventDefault();
    if (found.tagName === "A") found.click();
    else if (event.key === "c") fields(document.querySelector(".ends"))[0].focus();
    else send(found.form, found);
  }

  document.addEventListener("keydown", keys);
  document.addEventListener("submit", remember);
  if (!desk || !text) return;
  desk.addEventListener("input", function (event) { var ends = event.target.closest(".ends"); if (ends) show(ends); });
  desk.addEventListener("focusin", function (event) {
    var ends = event.target.closest(".ends");
    if (ends) { choose(ends); show(ends); }
  });
  desk.addEventListener("keydown", leap);
  document.addEventListener("mouseup", take);
  document.addEventListener("touchend", take);
  choose(desk.querySelector(".ends"));
  if (chosen) show(chosen);
})();
