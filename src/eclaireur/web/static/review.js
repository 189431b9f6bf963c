// Reviewing for hours: the next record is there before it is wanted, decisions leave in the
// background, and what could not be recorded is shown again. Without this script, each is a form.
"use strict";

(() => {
  const desk = document.getElementById("desk");
  const lastDecision = document.getElementById("review-last");
  const outbox = document.getElementById("review-outbox");
  const words = desk.dataset;
  const isList = desk.classList.contains("desk--list");
  const language = document.documentElement.lang;

  const WANTED = isList ? 20 : 3;
  const ENOUGH = isList ? 5 : 3;
  const RENEWED_MS = 60_000;

  const next = []; // articles that wait to be shown
  const unsent = []; // decisions that could not be sent: {data, title, sentence}
  const leaving = new Set(); // keys of what was decided on here, and not recorded yet
  const waiting = []; // decisions that wait for their turn to be sent
  const decided = []; // keys, the last one at the end
  let pending = 0;
  let fetching = null;
  let putAside = null; // the articles that the desk showed before a panel took their place
  let exhausted = false; // whether the server had nothing more for this page
  let began = 0;
  let done = 0;
  let line = Promise.resolve();

  function element(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
  }

  function carried() {
    return new FormData(document.getElementById("review-page"));
  }

  // JSON where things went as expected, and otherwise the sentence that explains why not.
  async function post(address, data) {
    const answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(data),
      headers: { Accept: "application/json", "HX-Request": "true" },
      // Whoever leaves the page takes back nothing of what they sent.
      keepalive: true,
    });
    if (answer.headers.get("content-type")?.includes("application/json")) return answer.json();
    const told = new DOMParser().parseFromString(await answer.text(), "text/html");
    throw new Error(told.body.textContent.trim());
  }

  // One after the other: an undo never overtakes the decision that it takes back.
  function inTurn(work) {
    line = line.then(work, work);
    return line;
  }

  const articles = () => [...desk.querySelectorAll(".review")];

  function current() {
    return document.activeElement?.closest?.(".review") ?? articles()[0] ?? null;
  }

  function focusOn(shown) {
    (shown.querySelector("[aria-invalid=true]") ?? shown.querySelector("[data-focus]") ?? shown).focus();
  }

  function ready(shown) {
    window.htmx?.process(shown);
    countAll(shown);
  }

  function put(article, before = null) {
    desk.querySelector(".empty, .review-waiting")?.remove();
    desk.insertBefore(article, before);
    ready(article);
  }

  // What comes next, at once where it is there; else what says that it is being fetched.
  function showNext() {
    while (next.length && (isList || !articles().length)) put(next.shift());
    if (articles().length) {
      focusOn(articles()[0]);
      return;
    }
    if (exhausted) {
      desk.replaceChildren(document.getElementById("review-done").content.cloneNode(true));
    } else {
      const told = element(`<p class="review-waiting hint" tabindex="-1" data-focus></p>`);
      told.textContent = words.waiting;
      desk.replaceChildren(told);
    }
    focusOn(desk);
  }

  // What is no longer for this page to show: decided on with others, or held elsewhere by now.
  function forget(keys) {
    for (const queue of [next, putAside ?? []]) {
      const isGone = (each) => keys.includes(each.dataset.key) && !each.matches("[data-closed]");
      for (const each of queue.filter(isGone)) {
        queue.splice(queue.indexOf(each), 1);
      }
    }
  }

  function fetchMore() {
    fetching ??= inTurn(async () => {
      const data = carried();
      const kept = [...(putAside ?? articles()), ...next].map((each) => each.dataset.key);
      data.set("have", [...kept, ...leaving].join(","));
      try {
        const { items, held, lost, progress, nothing } = await post(words.next, data);
        forget(lost);
        for (const { html } of items) next.push(element(html));
        exhausted = held < WANTED;
        document.getElementById("review-progress").replaceWith(element(progress));
        document.getElementById("review-done").innerHTML = nothing;
      } catch {
        // Asked again with the next decision, or in a minute.
        if (!articles().length) notify(document.body.dataset.unreachable, false);
        return;
      } finally {
        fetching = null;
      }
      if (putAside !== null) return;
      if (!articles().length) showNext();
      else if (isList) while (next.length) put(next.shift());
    });
    return fetching;
  }

  function titleOf(article) {
    return article.querySelector("[data-focus]").textContent.trim();
  }

  function tellPace() {
    done += 1;
    began ||= Date.now();
    const hours = (Date.now() - began) / 3_600_000;
    if (done < 5 || hours <= 0) return;
    const rate = (done - 1) / hours;
    const left = Number(document.getElementById("review-progress").dataset.left) / rate;
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    const unit = left < 1 ? "minute" : "hour";
    const duration = new Intl.NumberFormat(language, {
      style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0,
    }).format(Math.max(1, left < 1 ? left * 60 : left));
    document.getElementById("review-pace").textContent = words.pace
      .replace("%n", number.format(done)).replace("%r", number.format(rate)).replace("%l", duration);
  }

  function tellOutbox() {
    outbox.replaceChildren();
    if (unsent.length) {
      const told = element(`<div class="message message--problem" role="alert"><div><ul class="plain"></ul><button class="button" type="button"></button></div></div>`);
      for (const { title, sentence } of unsent) {
        const each = document.createElement("li");
        each.textContent = `${words.unsent.replace("%t", title)} ${sentence}`;
        told.querySelector("ul").append(each);
      }
      told.querySelector("button").textContent = words.retry;
      told.querySelector("button").addEventListener("click", sendAgain);
      outbox.append(told);
    } else if (pending > 1) {
      const told = element(`<p class="hint"></p>`);
      told.textContent = words.pending.replace("%n", pending);
      outbox.append(told);
    }
  }

  function send(data, title) {
    pending += 1;
    tellOutbox();
    const key = data.get("key");
    waiting.push(data);
    leaving.add(key);
    return inTurn(async () => {
      waiting.splice(waiting.indexOf(data), 1);
      try {
        const answer = await post(words.decision, data);
        leaving.delete(key);
        if (answer.html) {
          showAgain(answer);
        } else if (answer.last) {
          lastDecision.innerHTML = answer.last;
          if (lastDecision.querySelector("[data-undo]")) decided.push(key);
          tellPace();
        }
      } catch (error) {
        const sentence = error instanceof TypeError ? document.body.dataset.unreachable : error.message;
        unsent.push({ data, title, sentence });
        announce(words.unsent.replace("%t", title));
      } finally {
        pending -= 1;
        tellOutbox();
      }
      if (next.length < ENOUGH) fetchMore();
    });
  }

  function sendAgain() {
    for (const { data, title } of unsent.splice(0)) send(data, title);
    tellOutbox();
  }

  // Refused: it comes next, or now where nothing is under way; nobody is interrupted.
  function showAgain({ html, problem, title }) {
    const article = element(html);
    if (isList) {
      put(article, desk.firstElementChild);
    } else if (articles().length || putAside !== null) {
      next.unshift(article);
    } else {
      put(article);
      focusOn(article);
    }
    notify(`${words.refused.replace("%t", title)} ${problem}`, false);
  }

  function actionOf(data) {
    if (data.get("because")) return "reject";
    return data.get("do") === "decide" ? "accept" : data.get("do");
  }

  function decide(form, submitter) {
    const article = form.closest(".review");
    const data = new FormData(form, submitter);
    const action = actionOf(data);
    silence();
    if (action === "add") {
      inTurn(async () => {
        try {
          const { html } = await post(words.decision, data);
          const shown = element(html);
          article.replaceWith(shown);
          ready(shown);
          focusOn(shown.querySelector(".adding") ?? shown);
        } catch (error) {
          notify(error.message || document.body.dataset.unreachable, true);
        }
      });
      return;
    }
    const title = titleOf(article);
    const [beside] = [article.nextElementSibling, article.previousElementSibling]
      .filter((each) => each?.matches(".review"));
    article.remove();
    // Sent only once the next one is shown: nobody waits for what is written.
    if (beside) focusOn(beside);
    else showNext();
    announce(words[`sent${action[0].toUpperCase()}${action.slice(1)}`]);
    send(data, title);
  }

  function undo(keys) {
    silence();
    inTurn(async () => {
      const data = carried();
      const wanted = keys ?? decided.at(-1);
      if (!wanted) {
        announce(words.nothingToUndo);
        return;
      }
      data.set("keys", wanted);
      try {
        const { html, last } = await post(words.undo, data);
        lastDecision.innerHTML = last;
        for (const key of wanted.split(",")) {
          if (decided.includes(key)) decided.splice(decided.indexOf(key), 1);
        }
        closePanel();
        if (html) {
          const article = element(html);
          const isSame = (each) => each.dataset.key === article.dataset.key;
          for (const each of articles()) {
            if (!isList && !isSame(each)) next.unshift(each);
            if (!isList || isSame(each)) each.remove();
          }
          if (next.some(isSame)) next.splice(next.findIndex(isSame), 1);
          put(article, desk.firstElementChild);
          focusOn(article);
        }
        announce(words.sentUndo);
        // How far the campaign is comes with what is to be shown next.
        fetchMore();
      } catch (error) {
        notify(error.message || document.body.dataset.unreachable, true);
      }
    });
  }

  // The records of one template, in the place of the one under review, which comes back.
  async function openPanel(request) {
    silence();
    try {
      const answer = await fetch(...request);
      const told = element(await answer.text());
      if (!answer.ok) throw new Error(told.textContent.trim());
      putAside ??= articles();
      forget((told.dataset.decided ?? "").split(","));
      desk.replaceChildren(told);
      countTwins();
      focusOn(told);
    } catch (error) {
      notify(error.message || document.body.dataset.unreachable, true);
    }
  }

  function closePanel() {
    if (putAside === null) return;
    desk.replaceChildren(...putAside);
    putAside = null;
    showNext();
    fetchMore();
  }

  function countTwins() {
    const button = desk.querySelector("[data-twins] [data-count]");
    if (!button) return;
    const count = desk.querySelectorAll("[name=twin]:checked").length;
    button.textContent = button.dataset.count.replace("%n", count);
    button.disabled = count === 0;
  }

  const FRAGMENT = { headers: { "HX-Request": "true" } };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-review]")) decide(form, event.submitter);
    else if (form.matches("[data-undo]")) undo(form.elements.keys.value);
    else if (form.matches("[data-onward]")) goOn();
    else if (form.matches("[data-twins]")) {
      const data = new URLSearchParams(new FormData(form, event.submitter));
      openPanel([form.getAttribute("action"), { method: "POST", body: data, ...FRAGMENT }]);
    } else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[data-panel], a[data-back]");
    if (!link) return;
    event.preventDefault();
    if (link.matches("[data-back]")) closePanel();
    else openPanel([link.href, FRAGMENT]);
  });

  desk.addEventListener("change", (event) => {
    if (event.target.name === "twin") countTwins();
  });

  // A record that can no longer be decided on gives way to the next one.
  function goOn() {
    articles()[0]?.remove();
    showNext();
    fetchMore();
  }

  function moveInList(step) {
    const all = articles();
    const to = all[all.indexOf(current()) + step];
    if (to) focusOn(to);
  }

  // Shortcuts of one key can be turned off, for those whose voice or tremor would press them.
  const switched = document.getElementById("review-shortcuts");
  const REMEMBERED = "eclaireur-shortcuts";
  try {
    switched.checked = localStorage.getItem(REMEMBERED) !== "off";
  } catch {
    // Nothing may be kept in this browser: they are on until turned off on this page.
  }
  function showShortcuts() {
    document.body.classList.toggle("without-shortcuts", !switched.checked);
  }
  showShortcuts();
  switched.addEventListener("change", () => {
    showShortcuts();
    try {
      localStorage.setItem(REMEMBERED, switched.checked ? "on" : "off");
    } catch {
      // As above.
    }
  });

  const TYPED_IN = "textarea, select, input:not([type=checkbox])";

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === "Enter" && event.ctrlKey) {
      const saved = event.target.closest?.("[data-review]")?.querySelector("[data-save]");
      if (saved?.checkVisibility()) {
        event.preventDefault();
        saved.click();
      }
      return;
    }
    if (event.ctrlKey || event.repeat || !switched.checked || event.target.matches?.(TYPED_IN)) return;
    const pressed = event.key.toUpperCase();
    const places = [current(), lastDecision].filter(Boolean);
    const found = places
      .flatMap((place) => [...place.querySelectorAll("[data-shortcut]")])
      .find((each) => each.dataset.shortcut === pressed && each.checkVisibility());
    if (found) found.click();
    else if (pressed === words.undoKey) undo(null);
    else if (pressed === words.nextKey && isList) moveInList(1);
    else if (pressed === words.beforeKey && isList) moveInList(-1);
    else if (pressed === words.nextKey && articles()[0]?.matches("[data-closed]")) goOn();
    else return;
    event.preventDefault();
  });

  // What is held is held for five minutes at a time, and given back when the page is left.
  setInterval(() => { if (!document.hidden) fetchMore(); }, RENEWED_MS);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) fetchMore(); });
  window.addEventListener("pagehide", () => {
    for (const data of [...waiting, ...unsent.map((each) => each.data)]) {
      navigator.sendBeacon(words.decision, new URLSearchParams(data));
    }
    navigator.sendBeacon(words.release, new URLSearchParams(carried()));
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) fetchMore(); });
  window.addEventListener("online", sendAgain);
  window.addEventListener("beforeunload", (event) => {
    if (unsent.length) event.preventDefault();
  });

  for (const each of articles()) countAll(each);
  fetchMore();
})();
