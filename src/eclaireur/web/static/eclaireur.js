// What HTML and htmx leave to do: count characters, choose what completes a field, and tell people
// what has just changed.
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
  event.target.querySelector("textarea, select, button").focus();
}, true);

// A field that the values in use complete: the combobox with a list of WAI-ARIA's practices.
function completed(element) {
  return element instanceof HTMLInputElement && element.dataset.options ? element : null;
}

function optionsOf(field) {
  return document.getElementById(field.dataset.options);
}

function showOptions(field, areShown) {
  optionsOf(field).hidden = !areShown;
  field.setAttribute("aria-expanded", String(areShown));
  if (!areShown) setActive(field, null);
}

function activeOption(field) {
  return optionsOf(field).querySelector("[aria-selected=true]");
}

function setActive(field, option) {
  activeOption(field)?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
}

// It takes the place of what is being typed: the last of those that commas separate.
function take(field, option) {
  const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
  field.value = before + (before && " ") + option.dataset.value;
  field.dataset.taken = field.value;
  showOptions(field, false);
}

function moveAmongOptions(field, step) {
  const options = [...optionsOf(field).children];
  if (!options.length) return false;
  const active = options.indexOf(activeOption(field));
  const next = active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length;
  showOptions(field, true);
  setActive(field, options[next]);
  return true;
}

document.addEventListener("keydown", (event) => {
  const field = completed(event.target);
  if (!field || event.isComposing || event.ctrlKey || event.metaKey) return;
  const isOpen = !optionsOf(field).hidden;
  let isDone = false;
  if (event.key === "ArrowDown" && !event.altKey) isDone = moveAmongOptions(field, 1);
  if (event.key === "ArrowUp" && !event.altKey) isDone = isOpen && moveAmongOptions(field, -1);
  if (event.key === "Enter" && isOpen && activeOption(field)) {
    take(field, activeOption(field));
    isDone = true;
  }
  if (event.key === "Escape" && isOpen) {
    showOptions(field, false);
    isDone = true;
  }
  if (isDone) event.preventDefault();
});

document.addEventListener("focusout", (event) => {
  if (completed(event.target)) showOptions(event.target, false);
});

// A press on an option would take the focus from the field, and close the list before the click.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest(".options")) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const option = event.target.closest(".options > [role=option]");
  if (option) take(document.querySelector(`[data-options="${option.parentElement.id}"]`), option);
});

function offerOptions(field) {
  const isWanted = document.activeElement === field && field.dataset.taken !== field.value;
  const options = optionsOf(field);
  showOptions(field, isWanted && options.childElementCount > 0);
  if (isWanted && field.value.trim()) announce(options.dataset.announce);
}

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

// What answers a text that somebody is typing speaks by itself, and takes no focus from them.
function isTyping(event) {
  return event.target instanceof HTMLTextAreaElement || Boolean(completed(event.target));
}

// A part of the page that asks for itself again: it says what changes, and takes no focus.
const followed = document.querySelector("[data-followed]");
if (followed) {
  new MutationObserver(() => announce(followed.dataset.announce))
    .observe(followed, { attributeFilter: ["data-announce"] });
}

function isFollowing(event) {
  return Boolean(followed?.contains(event.target));
}

document.addEventListener("htmx:before:request", (event) => {
  if (isTyping(event) || isFollowing(event)) return;
  silence();
  replaced(event.detail.ctx).setAttribute("aria-busy", "true");
});

document.addEventListener("htmx:finally:request", () => {
  for (const card of document.querySelectorAll("[aria-busy]")) card.removeAttribute("aria-busy");
});

// The part that was replaced held the focus: it goes to what answers the person's action.
document.addEventListener("htmx:after:swap", (event) => {
  if (completed(event.target)) offerOptions(event.target);
  if (isTyping(event) || isFollowing(event)) return;
  const shown = replaced(event.detail.ctx);
  countAll(shown);
  (shown.querySelector("[data-focus]") ?? shown).focus();
  if (shown.dataset.announce) announce(shown.dataset.announce);
});

document.addEventListener("htmx:error", (event) => {
  notify(document.body.dataset.unreachable, !isTyping(event) && !isFollowing(event));
});

// What was typed, ticked or refused and is recorded nowhere: another address would lose it.
function hasUnsaved() {
  const fields = document.querySelectorAll("main form[method=post] :is(textarea, input:not([type=hidden]))");
  if (document.querySelector("main [data-unsaved]")) return true;
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
