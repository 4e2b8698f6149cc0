/* Makes faster what already works without script: saving while writing, the way to what is wrong, keys of the
   appraisal, one send per press. Nothing is decided here. */
(function () {
  "use strict";

  const html = document.documentElement;
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  /* What went wrong is read first: a refusal or the summary of a form takes the focus. */
  function focusAlert(root) {
    const alert = (root || document).querySelector('[role="alert"][tabindex="-1"]');
    if (alert) { alert.focus(); }
  }

  /* Autosave: <form data-autosave hx-post=…> with a place [data-saved] inside. */
  function savedPlace(element) {
    const form = element && element.closest && element.closest("[data-autosave]");
    return form ? form.querySelector("[data-saved]") || document.querySelector("[data-saved]") : null;
  }

  function say(place, css, text) {
    place.classList.remove("is-bad", "is-mute");
    if (css) { place.classList.add(css); }
    place.textContent = text;
  }

  function reasonOf(xhr) {
    if (!xhr || xhr.status !== 422) { return "kiểm tra kết nối; phần vừa viết vẫn ở trên màn hình"; }
    return new DOMParser().parseFromString(xhr.responseText, "text/html").body.textContent.trim();
  }

  function notSaved(event) {
    const place = savedPlace(event.detail.elt);
    if (place) { say(place, "is-bad", "Chưa lưu được: " + reasonOf(event.detail.xhr)); }
  }

  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-autosave]");
    if (form) { form.dataset.dirty = "1"; }
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const place = savedPlace(event.detail.elt);
    if (place) { say(place, "is-mute", "Đang lưu…"); }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const place = savedPlace(event.detail.requestConfig && event.detail.requestConfig.elt);
    if (place && event.detail.xhr.status === 422) {
      event.detail.shouldSwap = false;
      say(place, "is-bad", "Chưa lưu được: " + reasonOf(event.detail.xhr));
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest("[data-autosave]");
    if (form && event.detail.successful) { delete form.dataset.dirty; }
  });
  document.addEventListener("htmx:responseError", notSaved);
  document.addEventListener("htmx:sendError", notSaved);
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target && event.detail.target.id === "messages") { focusAlert(event.detail.target); }
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-autosave][data-dirty]") && !html.dataset.leaving) { event.preventDefault(); }
  });

  /* One press, one send; a page fetched again from the history may send again. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    html.dataset.leaving = "1";
    window.setTimeout(() => { delete form.dataset.sent; delete html.dataset.leaving; }, 3000);
  });

  /* Keys of the appraisal: [data-keys] around .judge; J K L choose, arrows move, off inside fields. */
  const STORE = "thiduakt-keys-off";

  function keysOff() {
    try { return window.localStorage.getItem(STORE) === "1"; } catch (error) { return false; }
  }

  function switchKeys(link) {
    try { window.localStorage.setItem(STORE, keysOff() ? "0" : "1"); } catch (error) { return; }
    link.textContent = keysOff() ? "bật phím tắt" : "tắt phím tắt";
  }

  function isField(element) {
    if (element.isContentEditable || /^(textarea|select)$/i.test(element.tagName)) { return true; }
    return element.tagName === "INPUT" && !/^(radio|checkbox|submit|button)$/.test(element.type);
  }

  function current(judges) {
    return Math.max(0, judges.findIndex((judge) => judge.classList.contains("on")));
  }

  function moveTo(judges, index) {
    const next = judges[index];
    if (!next) { return; }
    judges.forEach((judge) => judge.classList.toggle("on", judge === next));
    next.scrollIntoView({ block: "nearest" });
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  function choose(judge, key) {
    const label = all(".choices label", judge).find((item) => {
      const kbd = item.querySelector("kbd");
      return kbd && kbd.textContent.trim().toUpperCase() === key;
    });
    if (label) { label.querySelector("input").click(); }
    return Boolean(label);
  }

  /* P, N: the dossier before and after; S saves; ? shows the line of keys. */
  function goBy(room, key) {
    const place = { p: "a[rel=prev]", n: "a[rel=next]", s: "[name=_save]" }[key];
    const found = place && document.querySelector(place);
    if (key === "?") {
      const line = room.querySelector(".keys a");
      if (line) { line.scrollIntoView({ block: "nearest" }); line.focus(); }
      return Boolean(line);
    }
    if (found) { found.click(); }
    return Boolean(found);
  }

  document.addEventListener("keydown", (event) => {
    const room = document.querySelector("[data-keys]");
    if (!room) { return; }
    if (event.key === "Enter" && event.ctrlKey) {
      const next = room.querySelector("[name=_next]");
      if (next) { event.preventDefault(); next.click(); }
      return;
    }
    if (keysOff() || event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) { return; }
    const judges = all(".judge", room).filter((judge) => judge.querySelector(".choices"));
    if (!judges.length) { return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.target.type === "radio") { return; }
      event.preventDefault();
      moveTo(judges, current(judges) + (event.key === "ArrowDown" ? 1 : -1));
    } else if (goBy(room, event.key)) {
      event.preventDefault();
    } else if (choose(judges[current(judges)], event.key.toUpperCase())) {
      event.preventDefault();
    }
  });
  document.addEventListener("focusin", (event) => {
    const judge = event.target.closest("[data-keys] .judge");
    if (judge && judge.querySelector(".choices")) {
      all("[data-keys] .judge").forEach((item) => item.classList.toggle("on", item === judge));
    }
  });

  /* The lease of a dossier goes on while somebody types: [data-lease], told in [data-lease-said]. */
  const RENEW = 5 * 60 * 1000;
  let renewed = 0;

  function renewLease(form) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("_hold", "1");
    fetch(form.action, { method: "POST", body, credentials: "same-origin" }).then((answer) => {
      const place = document.querySelector("[data-lease-said]");
      if (place && (answer.ok || answer.status === 409)) { answer.text().then((text) => { place.textContent = text; }); }
    }).catch(() => { renewed = 0; });
  }

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !form.hasAttribute("data-lease") || Date.now() - renewed < RENEW) { return; }
    renewed = Date.now();
    renewLease(form);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-keys-off], [data-print]");
    if (!link) { return; }
    event.preventDefault();
    if (link.hasAttribute("data-print")) { window.print(); } else { switchKeys(link); }
  });
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".top-menu[open]");
    if (event.key === "Escape" && menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });

  focusAlert(document);
  all("[data-keys-off]").forEach((link) => { link.textContent = keysOff() ? "bật phím tắt" : "tắt phím tắt"; });
})();
