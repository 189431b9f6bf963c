// What HTML and htmx leave to do: count characters, and tell people what has just changed.
"use strict";

const announcement = document.getElementById("announcement");

// A screen reader reads a live region again only when its text changes.
function announce(text) {
  announcement.textContent = "";
  setTimeout(() => { announcement.textContent = text; }, 50);
}

// What concerns the whole page, said above its content.
function notify(text, takesFocus) {
  const notice = document.getElementById("notice");
  notice.className = "message message--problem";
  notice.tabIndex = -1;
  notice.textContent = text;
  notice.scrollIntoView({ block: "nearest" });
  if (takesFocus) notice.focus();
  announce(text);
}

function silence() {
  const notice = document.getElementById("notice");
  notice.className = "";
  notice.textContent = "";
}

function count(field) {
  const output = document.getElementById(field.dataset.counter);
  const length = [...field.value.trim()].length;
  output.textContent = `${length} / `;
  output.parentElement.classList.toggle("count--over", length > Number(field.dataset.maximum));
}

function countAll(root) {
  for (const field of root.querySelectorAll("[data-counter]")) count(field);
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-counter]")) count(event.target);
});

document.addEventListener("toggle", (event) => {
  if (!event.target.matches(".choice[open]")) return;
  for (const other of event.target.parentElement.querySelectorAll(".choice[open]")) {
    if (other !== event.target) other.open = false;
  }
  event.target.querySelector("textarea, select").focus();
}, true);

document.addEventListener("keydown", (event) => {
  const choice = event.key === "Escape" && event.target.closest(".choice[open]");
  if (choice) {
    choice.open = false;
    choice.querySelector("summary").focus();
  }
});

// What a request replaces; an error's answer names another place than the form did.
function replaced({ target }) {
  return typeof target === "string" ? document.querySelector(target) : document.getElementById(target.id);
}

// The check of a text that somebody is typing: it speaks by itself, and takes no focus from them.
function isTyping(event) {
  return event.target instanceof HTMLTextAreaElement;
}

document.addEventListener("htmx:before:request", (event) => {
  if (isTyping(event)) return;
  silence();
  replaced(event.detail.ctx).setAttribute("aria-busy", "true");
});

document.addEventListener("htmx:finally:request", () => {
  for (const card of document.querySelectorAll("[aria-busy]")) card.removeAttribute("aria-busy");
});

// The part that was replaced held the focus: it goes to what answers the person's action.
document.addEventListener("htmx:after:swap", (event) => {
  if (isTyping(event)) return;
  const shown = replaced(event.detail.ctx);
  countAll(shown);
  (shown.querySelector("[data-focus]") ?? shown).focus();
  if (shown.dataset.announce) announce(shown.dataset.announce);
});

document.addEventListener("htmx:error", (event) => {
  notify(document.body.dataset.unreachable, !isTyping(event));
});

// What was typed, ticked or refused and is recorded nowhere: another address would lose it.
function hasUnsaved() {
  const fields = document.querySelectorAll("main form[method=post] :is(textarea, input:not([type=hidden]))");
  return [...fields].some((field) => (
    field.value !== field.defaultValue || field.checked !== field.defaultChecked
    || field.getAttribute("aria-invalid") === "true"
  ));
}

// The first click says what would be lost; the second goes.
document.querySelector(".languages").addEventListener("click", (event) => {
  const { unsaved } = document.body.dataset;
  const isSaid = document.getElementById("notice").textContent === unsaved;
  if (isSaid || !event.target.closest("a") || !hasUnsaved()) return;
  event.preventDefault();
  notify(unsaved, false);
});

countAll(document);
