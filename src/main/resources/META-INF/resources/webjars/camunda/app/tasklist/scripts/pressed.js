// Whether the mouse, or a finger, is pressed on the page.

let pressed = false;
['pointerdown', 'pointerup', 'pointercancel'].forEach(name =>
  document.addEventListener(name, () => { pressed = name === 'pointerdown'; }, {capture: true}));

/**
 * Does what may move things on the page, but not while the mouse is pressed: a button that moved under it would not be clicked. An input is
 * left, and says that it has changed, by the very press on another thing.
 *
 * @param {function()} work
 */
export function onceReleased(work) {
  if (pressed) {
    document.addEventListener('pointerup', () => setTimeout(work), {once: true});
  } else {
    work();
  }
}
