// Copying, printing and opening the production record. Every page works without this file.
document.documentElement.classList.add('js');

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-act]');
  if (!button) return;
  if (button.dataset.act === 'print') print();
  if (button.dataset.act === 'copy') {
    const canonical = document.querySelector('link[rel=canonical]');
    const said = button.querySelector('[role=status]') || button;
    try {
      await navigator.clipboard.writeText(canonical?.href || location.href.split('#')[0]);
      said.textContent = button.dataset.done || said.textContent;
    } catch {
      if (button.dataset.failed) said.textContent = button.dataset.failed;
    }
  }
});

// A link to the record, or to a line in it, must not end at a closed disclosure.
function openTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  const inside = target.closest('details') || target.querySelector(':scope > details');
  if (inside && !inside.open) {
    inside.open = true;
    target.scrollIntoView();
  }
}
addEventListener('hashchange', openTarget);
openTarget();

// Print everything a reader can open.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('main details:not([open])')) {
    details.open = true;
    details.dataset.shut = '';
  }
});
addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('details[data-shut]')) {
    details.open = false;
    delete details.dataset.shut;
  }
});
