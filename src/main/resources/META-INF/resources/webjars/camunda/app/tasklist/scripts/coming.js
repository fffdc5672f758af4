// The way through a procedure, before one begins it, and the whole way of a case at each of its tasks, above the form and folded.

import {API, call} from '../../../lib/cleanup/api.js';
import {comingInWords, comingList} from '../../../lib/cleanup/coming.js';
import {element, moment} from '../../../lib/cleanup/page.js';
import {foldKnown} from './known.js';

/**
 * @param {!Element} form of the beginning
 * @param {string} procedure its key
 */
export async function showTheWay(form, procedure) {
  const steps = /** @type {!Array<!Coming>} */ (await call(`${API}/procedures/${procedure}/coming`).catch(() => []));
  if (steps.length > 0) {
    form.prepend(element('details', {class: 'the-way'}, element('summary', {}, `办理流程（预计${steps.length}个环节）`), comingList(steps),
      element('p', {class: 'help-block'}, '按今天启动、通常情形和每个环节用足期限推算；实际以各环节的决定为准。')));
  }
}

/** steps before and after that are named while it is folded */
const NEAR = 2;

/** @param {!CaseWay} way */
function inShort(way) {
  const done = way.done.slice(-NEAR).map(step => `${step.name} ✓`);
  const coming = way.coming.slice(0, NEAR).map(step => step.name);
  return [...(way.done.length > NEAR ? ['…'] : []), ...done, `【${way.now.join('、')}】`, ...coming, ...(way.coming.length > NEAR ? ['…'] : [])].join(' → ');
}

/**
 * @param {!Element} form of a task
 * @param {string} taskId
 */
export async function showTheCase(form, taskId) {
  const way = /** @type {?CaseWay} */ (await call(`${API}/tasks/${taskId}/way`).catch(() => null));
  // who helps in another's case may not read it
  if (way) {
    form.prepend(element('details', {class: 'the-way'}, element('summary', {}, `全案进度：${inShort(way)}`), element('ol', {class: 'coming-steps'},
      ...way.done.map(step => element('li', {class: 'done'}, `${step.name}（${step.who ? `${step.who}，` : ''}${moment(step.at)}已办）`)),
      ...way.now.map(name => element('li', {class: 'now'}, `${name}（正在办理）`)),
      ...way.coming.map(step => element('li', {}, comingInWords(step)))), element('p', {class: 'help-block'}, '以后各环节按通常情形和用足期限推算。')));
    foldKnown(form);
  }
}
