// Readers’ pages store nothing that a reader has not agreed to. htmx would write the page's address
// into sessionStorage as soon as it loads; where storage refuses, it does without. Comes before htmx.
Object.defineProperty(window, 'sessionStorage', {
  value: Object.freeze({
    length: 0,
    getItem: () => null,
    setItem() {
      throw new DOMException('This site stores nothing here.', 'SecurityError');
    },
    removeItem() {},
  }),
});
