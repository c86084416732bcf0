/* Sorts and filters the tables of a page. The page is whole without it. */
(function () {
"use strict";
var NUMBER = /^-?\d+(\.\d+)?$/;
var words = document.body.dataset;
var language = document.documentElement.lang;

function key(row, column) {
  var cell = row.cells[column];
  return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
}

/* Numbers before words, and what has no value last, whichever way the column is sorted. */
function compare(a, b, way) {
  if (a === "" || b === "") { return a === b ? 0 : a === "" ? 1 : -1; }
  var isNumber = NUMBER.test(a), isOther = NUMBER.test(b);
  if (isNumber && isOther) { return way * (Number(a) - Number(b)); }
  if (isNumber !== isOther) { return way * (isNumber ? -1 : 1); }
  return way * a.localeCompare(b, language, { numeric: true });
}

function sort(table, head, column) {
  var isUp = head.getAttribute("aria-sort") !== "ascending";
  var body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
  head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  Array.from(body.rows)
    .sort(function (a, b) { return compare(key(a, column), key(b, column), isUp ? 1 : -1); })
    .forEach(function (row) { body.appendChild(row); });
}

document.querySelectorAll("table.data").forEach(function (table) {
  table.querySelectorAll("thead th").forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", function () { sort(table, head, column); });
    head.replaceChildren(button);
  });
});

function filter(part, text, hits) {
  var wanted = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  var rows = Array.from(part.querySelectorAll("table.data > tbody > tr"));
  var shown = rows.filter(function (row) {
    var content = row.textContent.toLocaleLowerCase(language);
    row.hidden = !wanted.every(function (word) { return content.includes(word); });
    return !row.hidden;
  }).length;
  part.classList.toggle("filtered", wanted.length > 0);
  part.querySelectorAll("details.group").forEach(function (group) {
    group.hidden = !group.querySelector("tbody > tr:not([hidden])");
    if (wanted.length === 0) {
      group.open = group.dataset.open === "true";
    } else if (!group.hidden) {
      group.open = true;
    }
  });
  hits.textContent = wanted.length === 0 ? "" : words.hits.replace("{0}", shown).replace("{1}", rows.length);
}

document.querySelectorAll("[data-filter]").forEach(function (part) {
  var line = document.createElement("p");
  var label = document.createElement("label");
  var input = document.createElement("input");
  var hits = document.createElement("output");
  part.querySelectorAll("details.group").forEach(function (group) { group.dataset.open = group.open; });
  line.className = "filter";
  input.type = "search";
  input.autocomplete = "off";
  label.append(words.label + " ", input);
  line.append(label, " ", hits);
  input.addEventListener("input", function () { filter(part, input.value, hits); });
  part.prepend(line);
});

/* A link into something folded unfolds it. */
function reveal() {
  var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) { return; }
  for (var part = target; part; part = part.parentElement) {
    if (part.tagName === "DETAILS") { part.open = true; }
  }
  target.scrollIntoView();
}
window.addEventListener("hashchange", reveal);
if (location.hash) { reveal(); }
})();
