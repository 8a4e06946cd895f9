// The review queue by keyboard: J/K rows, Enter opens, X ticks, A ticks all or none, T takes, B gives back, N opens
// the next item to review. "Tick all" needs no other page where this file runs.
// Optional; silent inside fields, while composing, and for those who switched single keys off.
(() => {
  const root = document.documentElement;
  root.classList.add('js');

  const boxes = () => [...document.querySelectorAll('#rows input[name=case]')];
  function tickAll() {
    const all = boxes();
    const on = all.some((box) => !box.checked);
    for (const box of all) box.checked = on;
  }
  // Asked for afresh each time: htmx replaces the list.
  document.addEventListener('click', (event) => {
    if (!event.target.closest('a[data-all]')) return;
    event.preventDefault();
    tickAll();
  });
  if (root.dataset.keys === 'off') return;

  const FIELD = 'input:not([type=checkbox]),textarea,select,[contenteditable]';
  const links = () => [...document.querySelectorAll('[data-queue] th[scope=row] a, #rows th[scope=row] a')];

  // Focus is the cursor, so Enter opens the row as on any link, and a screen reader hears each step.
  function step(by) {
    const rows = links();
    if (!rows.length) return;
    const now = rows.findIndex((link) => link.closest('tr') === document.activeElement.closest('tr'));
    const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : (now + by + rows.length) % rows.length];
    next.focus();
    next.closest('tr').scrollIntoView({ block: 'nearest' });
  }

  const current = () => document.activeElement.closest('#rows tr')?.querySelector('input[name=case]');

  // Acts on what is ticked, else on the row one is in.
  function act(value) {
    const button = document.querySelector(`#picked button[name=act][value=${value}]`);
    if (!button) return;
    const box = current();
    if (box && !boxes().some((each) => each.checked)) box.checked = true;
    if (boxes().some((each) => each.checked)) button.click();
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(FIELD)) return;
    const key = event.key.toLowerCase();
    if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key === 'n') document.querySelector('a[data-key="n"]')?.click();
    else if (key === 'x' && current()) current().checked = !current().checked;
    else if (key === 'a' && boxes().length) tickAll();
    else if (key === 't') act('take');
    else if (key === 'b') act('give_back');
    else return;
    event.preventDefault();
  });
})();
