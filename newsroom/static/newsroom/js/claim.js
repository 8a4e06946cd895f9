// Tells the server, while somebody works on the review screen, that they still do: their claim is
// renewed at most once a minute. Without this file every page they load or send renews it.
(() => {
  const MINUTE = 60_000;
  let worked = false;
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchmove']) {
    addEventListener(sign, () => { worked = true; }, { passive: true });
  }
  setInterval(async () => {
    const box = document.querySelector('#claim[data-stay]');
    const token = box?.querySelector('[name=csrfmiddlewaretoken]')?.value;
    if (!worked || !token || document.visibilityState !== 'visible') return;
    worked = false;
    try {
      const answer = await fetch(box.dataset.stay, {
        method: 'POST',
        headers: { 'X-CSRFToken': token, 'HX-Request': 'true' },
        credentials: 'same-origin',
      });
      // What somebody has begun to choose in there is left alone.
      if (!answer.ok || answer.redirected || box.contains(document.activeElement) || box.querySelector('details[open]')) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#claim');
      if (fresh) box.replaceWith(document.adoptNode(fresh));
    } catch { /* no network: the claim ends by itself */ }
  }, MINUTE);
})();
