// The demo's clock on its start page: what time it is there, what became due, and the buttons that move it ahead.

import {call} from './api.js';
import {byId, day, element, moment} from './page.js';

const CLOCK = 'sample-clock';
const LOOK_EVERY = 500;

/** @param {!SampleClock} clock */
function show(clock) {
  byId('sample-time').textContent = `样例时间：${moment(clock.time)}（${clock.daysAhead === 0 ? '与实际时间相同' : `比实际时间快${clock.daysAhead}天`}）`;
  byId('sample-told').textContent = clock.told || '';
  byId('sample-aims').replaceChildren(...clock.aims.map(aim => {
    const button = element('button', {type: 'button', 'data-aim': aim.aim, disabled: clock.moving}, `${aim.label}（${day(aim.day)}）`);
    button.addEventListener('click', () => look({method: 'POST', headers: {'X-Sample-Clock': 'page'}}, `/${aim.aim}`));
    return button;
  }));
  byId('clock').toggleAttribute('data-moving', clock.moving);
  if (clock.moving) {
    setTimeout(look, LOOK_EVERY);
  }
}

/**
 * @param {!RequestInit=} options
 * @param {string=} aim
 */
function look(options, aim = '') {
  return call(CLOCK + aim, options).then(clock => show(/** @type {!SampleClock} */ (clock)),
    failure => { byId('sample-told').textContent = /** @type {!Error} */ (failure).message; });
}

look();
