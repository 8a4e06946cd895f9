// Walking the review queue by keyboard: J/K rows, Enter opens, N opens the next item to review.
// Optional; silent inside fields, while composing, and for those who switched single keys off.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  if (root.dataset.keys === 'off') return;

  const FIELD = 'input,textarea,select,[contenteditable]';
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

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(FIELD)) return;
    const key = event.key.toLowerCase();
    if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key === 'n') document.querySelector('a[data-key="n"]')?.click();
    else return;
    event.preventDefault();
  });
})();
