// The search of a published site. It reads search/*.js, asks nothing of any network, and prints text as text.
(function () {
  "use strict";
  var place = document.getElementById("finder");
  if (!place) return;
  var nouns = Object.keys(place.dataset);
  var indexes = {};
  var most = 10;

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function words(text) {
    return fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  }

  // "a b" -c d OR e f* as groups of which one term each must be there, and terms that must not.
  function question(typed) {
    var groups = [], without = [], joining = false, count = 0, hit;
    var shape = /(-?)(?:"([^"]*)"|([^\s"]+))/g;
    while ((hit = shape.exec(typed.slice(0, 300))) && count++ < 20) {
      var text = hit[2] === undefined ? hit[3] : hit[2];
      if (hit[3] === "OR" && !hit[1]) { joining = groups.length > 0; continue; }
      var term = { words: words(text), open: text.slice(-1) === "*" };
      if (!term.words.length) continue;
      if (hit[1]) without.push(term);
      else if (joining) { groups[groups.length - 1].push(term); joining = false; }
      else groups.push([term]);
    }
    return groups.length ? { groups: groups, without: without } : null;
  }

  function rowsOf(index, word, open) {
    var found = new Set();
    function take(steps) { var at = 0; steps.forEach(function (step) { at += step; found.add(at); }); }
    if (!open) { if (Object.hasOwn(index.words, word)) take(index.words[word]); return found; }
    Object.keys(index.words).forEach(function (known) { if (known.startsWith(word)) take(index.words[known]); });
    return found;
  }

  function holds(text, term) {
    var held = words(text), last = term.words.length - 1;
    return held.some(function (_, at) {
      return term.words.every(function (word, number) {
        var other = held[at + number];
        return other === word || (number === last && term.open && other !== undefined && other.startsWith(word));
      });
    });
  }

  function matches(index, term) {
    var last = term.words.length - 1, rows = null;
    term.words.forEach(function (word, number) {
      var some = rowsOf(index, word, term.open && number === last);
      rows = rows ? new Set([...rows].filter(function (row) { return some.has(row); })) : some;
    });
    if (last === 0) return rows;
    return new Set([...rows].filter(function (row) {
      return holds(index.rows[row][3], term) || holds(index.rows[row][4], term);
    }));
  }

  // The rows that answer, those with the rarest words in the fewest others first.
  function answer(index, asked) {
    var scores = null;
    asked.groups.forEach(function (group) {
      var now = new Map();
      group.forEach(function (term) {
        var rows = matches(index, term), weight = Math.log(1 + index.rows.length / (rows.size || 1));
        rows.forEach(function (row) { now.set(row, (now.get(row) || 0) + weight); });
      });
      if (scores) now.forEach(function (score, row) { if (scores.has(row)) now.set(row, score + scores.get(row)); else now.delete(row); });
      scores = now;
    });
    asked.without.forEach(function (term) { matches(index, term).forEach(function (row) { scores.delete(row); }); });
    function rank(row) { return scores.get(row) / (1 + Math.log(1 + index.rows[row][4].length / 200)); }
    return [...scores.keys()].sort(function (a, b) { return rank(b) - rank(a) || a - b; });
  }

  // The stretch around the first word that was looked for, with all of them marked.
  function snippet(text, asked) {
    var box = document.createElement("span"), first = -1, sought = [], shape = /[\p{L}\p{N}\p{M}]+/gu, hit;
    var terms = asked.groups.flat();
    function wanted(word) {
      return terms.some(function (term) {
        return term.words.some(function (other, number) {
          return word === other || (term.open && number === term.words.length - 1 && word.startsWith(other));
        });
      });
    }
    while ((hit = shape.exec(text)) && (first < 0 || hit.index < first + 160)) {
      if (!wanted(fold(hit[0]))) continue;
      if (first < 0) first = hit.index;
      sought.push([hit.index, hit.index + hit[0].length]);
    }
    var at = Math.max(0, first - 70), end = Math.min(text.length, Math.max(at, first) + 170);
    if (at) { at = text.indexOf(" ", at) + 1 || at; box.append("…"); }
    sought.forEach(function (span) {
      var mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      box.append(text.slice(at, span[0]), mark);
      at = span[1];
    });
    box.append(text.slice(at, Math.max(at, end)), end < text.length ? "…" : "");
    return box;
  }

  // A fact is shown by its summary, which is what was looked through; the others by the words around the hit.
  function item(row, asked, whole) {
    var one = document.createElement("li"), head = document.createElement("p"), link = document.createElement("a");
    var note = document.createElement("span"), body = document.createElement("p");
    link.href = row[0];
    link.textContent = row[1];
    note.className = "meta";
    note.textContent = row[2];
    body.dir = "auto";
    body.className = "say";
    if (whole) link.replaceChildren(snippet(row[1], asked));
    else body.append(snippet(row[4], asked));
    head.append(link, " ", note);
    one.append(head);
    if (!whole) one.append(body);
    return one;
  }

  function section(noun, rows, asked) {
    var part = document.createElement("section"), title = document.createElement("h2"), list = document.createElement("ol");
    title.textContent = place.dataset[noun] + " " + rows.length;
    list.className = "hits";
    list.dataset.noun = noun;
    function more(count) {
      rows.slice(list.children.length, count).forEach(function (row) { list.append(item(indexes[noun].rows[row], asked, noun === "facts")); });
    }
    more(most);
    part.append(title, list);
    if (rows.length > most) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = "more";
      button.addEventListener("click", function () { more(list.children.length + 100); button.hidden = list.children.length >= rows.length; });
      part.append(button);
    }
    return part;
  }

  function show(typed) {
    var asked = question(typed), hits = document.getElementById("hits"), told = document.getElementById("found");
    hits.replaceChildren();
    told.textContent = asked ? "" : typed ? "There is no word to look for in that." : "";
    if (!asked) return;
    var counts = nouns.map(function (noun) {
      var rows = answer(indexes[noun], asked);
      if (rows.length) hits.append(section(noun, rows, asked));
      return rows.length + " " + place.dataset[noun].toLowerCase();
    });
    told.textContent = counts.join(", ");
  }

  function load(then) {
    var missing = nouns.filter(function (noun) { return !indexes[noun]; });
    if (!missing.length) { then(); return; }
    document.getElementById("found").textContent = "Opening the index…";
    missing.forEach(function (noun) {
      var script = document.createElement("script");
      script.src = "search/" + noun + ".js";
      script.addEventListener("load", function () { if (nouns.every(function (n) { return indexes[n]; })) then(); });
      script.addEventListener("error", function () { document.getElementById("found").textContent = "The index is not beside this page."; });
      document.head.append(script);
    });
  }

  window.ceasewireIndex = function (noun, index) { indexes[noun] = index; };

  var field = document.createElement("input"), label = document.createElement("label");
  field.type = "search";
  field.id = "find";
  field.maxLength = 300;
  label.textContent = "Search ";
  label.append(field);
  place.append(label);
  function ask() {
    var typed = field.value.trim();
    try {
      history.replaceState(null, "", typed ? "?q=" + encodeURIComponent(typed) : location.pathname);
    } catch (refused) { /* some browsers keep the address of a file as it is */ }
    load(function () { show(field.value.trim()); });
  }
  var waiting = 0;
  field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(ask, 250); });
  field.addEventListener("change", ask);
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) ask(); else field.focus();
})();
