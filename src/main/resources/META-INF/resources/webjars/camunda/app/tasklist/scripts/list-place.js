// Tasklist fills its list anew whenever it looks for new tasks, every ten seconds, and so jumps to its top: here it stays where the official is, as long as the
// same filter and page are shown.

const CELL = '.column-center.tasks-list > .content';
const LIST = `${CELL} ol.tasks-list`;
/** its cards become as high as before one after the other */
const FILLING_MILLIS = 1500;

let place = 0;
let shown = '';
let focused = '';
let first = null;
let filledAt = 0;

/** @return {string} what is listed, as the address says */
function listed() {
  const query = new URLSearchParams(location.hash.split('?')[1] || '');
  return `${query.get('filter')} ${query.get('page')} ${query.get('query')}`;
}

function isFilling() {
  return Date.now() - filledAt < FILLING_MILLIS;
}

function refocus(list) {
  const link = focused && document.activeElement === document.body && [...list.querySelectorAll('a')].find(a => a.getAttribute('href') === focused);
  if (link) {
    link.focus({preventScroll: true});
  }
}

function follow() {
  const list = document.querySelector(LIST);
  const card = list && list.querySelector('li.task');
  if (!card) {
    return;
  }
  if (card !== first) {
    first = card;
    filledAt = Date.now();
    if (listed() !== shown) {
      shown = listed();
      place = 0;
    }
    refocus(list);
  }
  const cell = list.closest('.content');
  if (isFilling() && cell.scrollTop !== place) {
    cell.scrollTop = place;
  }
}

document.addEventListener('scroll', event => {
  const cell = event.target;
  if (!isFilling() && cell instanceof Element && cell.matches(CELL)) {
    place = cell.scrollTop;
  }
}, {capture: true, passive: true});
// who scrolls meanwhile is not held back
['wheel', 'keydown', 'pointerdown', 'touchmove'].forEach(act => document.addEventListener(act, () => { filledAt = 0; }, {capture: true, passive: true}));
document.addEventListener('focusin', event => {
  const element = event.target;
  focused = element instanceof Element && element.closest(LIST) && element.getAttribute('href') || '';
});
new MutationObserver(follow).observe(document.body, {childList: true, subtree: true});
