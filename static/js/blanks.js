/* The preview of a pre-printed blank: each text can be dragged, which writes the mm typed in the table.
   Without script the table alone says the same. */
(function () {
  "use strict";

  const form = document.querySelector("[data-blank]");
  const sheet = form && form.querySelector("[data-sheet]");
  if (!sheet) { return; }
  const POINT = 25.4 / 72;
  const number = (input) => parseFloat(String(input.value).replace(",", ".")) || 0;
  const write = (input, mm) => { input.value = (Math.round(mm * 10) / 10).toString().replace(".", ","); };
  const named = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const wide = () => number(form.elements.width) || 297;
  const scale = () => sheet.clientWidth / wide();

  /* One box for each row; drawn anew whenever a number changes. */
  const boxes = Array.from(form.querySelectorAll("[data-place]")).map((row) => {
    const box = document.createElement("div");
    box.className = "sheet-text";
    box.textContent = row.dataset.place;
    sheet.append(box);
    return { row, box };
  });

  function draw() {
    const mm = scale();
    sheet.style.height = `${(number(form.elements.height) || 210) * mm}px`;
    boxes.forEach(({ row, box }) => {
      box.hidden = !named(row, "shown").checked;
      box.style.left = `${number(named(row, "x")) * mm}px`;
      box.style.top = `${number(named(row, "y")) * mm}px`;
      box.style.width = `${number(named(row, "width")) * mm}px`;
      box.style.fontSize = `${number(named(row, "size")) * POINT * mm}px`;
      box.style.textAlign = named(row, "align").value;
      box.style.fontWeight = named(row, "bold").checked ? "700" : "400";
    });
  }

  function drag({ row, box }) {
    let from = null;
    box.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY, left: number(named(row, "x")), top: number(named(row, "y")) };
      box.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    box.addEventListener("pointermove", (event) => {
      if (!from) { return; }
      write(named(row, "x"), Math.max(0, from.left + (event.clientX - from.x) / scale()));
      write(named(row, "y"), Math.max(0, from.top + (event.clientY - from.y) / scale()));
      draw();
    });
    ["pointerup", "pointercancel"].forEach((name) => box.addEventListener(name, () => { from = null; }));
  }

  sheet.hidden = false;
  boxes.forEach(drag);
  form.addEventListener("input", draw);
  window.addEventListener("resize", draw);
  draw();
})();
