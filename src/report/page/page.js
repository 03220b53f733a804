// What belongs together lights up; findings can be told apart by their weight and walked through. Nothing here is needed
// to read the page.
(() => {
  "use strict";
  const idsOf = (element) => (element.dataset.claims ?? element.dataset.claim ?? "").split(" ").filter(Boolean);
  const marked = document.querySelectorAll("[data-claims], [data-claim]");
  const byId = new Map();
  for (const element of marked) {
    for (const id of idsOf(element)) byId.set(id, [...(byId.get(id) ?? []), element]);
  }

  let lit = [];
  const light = (target) => {
    for (const element of lit) element.classList.remove("lit");
    const element = target instanceof Element && target.closest("[data-claims], [data-claim]");
    // Of marks that lie over one another the innermost is meant.
    lit = element ? byId.get(idsOf(element).at(-1)) ?? [] : [];
    for (const other of lit) other.classList.add("lit");
  };
  document.addEventListener("pointerover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };

  for (const section of document.querySelectorAll("section.findings")) {
    const findings = [...section.querySelectorAll(".finding")];
    if (findings.length < 2) continue;
    const tools = document.createElement("div");
    tools.className = "tools";
    const shown = () => findings.filter((finding) => !finding.hidden);
    const step = (by) => {
      const all = shown();
      const at = all.indexOf(document.activeElement?.closest(".finding"));
      const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    };
    for (const severity of ["error", "warning", "note"]) {
      const own = findings.filter((finding) => finding.dataset.severity === severity);
      if (own.length === 0) continue;
      const toggle = button(`${own.length} ${severity}${own.length === 1 ? "" : "s"}`, () => {
        const show = toggle.getAttribute("aria-pressed") !== "true";
        toggle.setAttribute("aria-pressed", String(show));
        for (const finding of own) finding.hidden = !show;
      });
      toggle.setAttribute("aria-pressed", "true");
      toggle.classList.add(severity);
      tools.append(toggle);
    }
    const previous = button("↑", () => step(-1));
    previous.setAttribute("aria-label", "previous finding");
    const next = button("↓", () => step(1));
    next.setAttribute("aria-label", "next finding");
    tools.append(previous, next);
    section.querySelector("h3").after(tools);
  }
})();
