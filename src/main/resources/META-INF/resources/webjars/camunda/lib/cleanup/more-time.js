// Asking for more time (延期) or a rest (中止), at a task and on a case's page alike.

import {askFor, element} from './page.js';

/**
 * @param {number} most
 * @return {!Array<!Choice>}
 */
function days(most) {
  return Array.from({length: most}, (unused, index) => ({value: String(index + 1), label: `${index + 1}个工作日`}));
}

/**
 * @param {!MoreTimeOptions} options
 * @param {string} what it is about
 * @param {function(string, !Object=): !Promise} send gets the method and what is asked for; what it rejects with is shown
 * @param {function(string)} told gets a sentence once something was done
 * @return {!Array<?Element>} buttons, and what is open
 */
export function moreTimeActions(options, what, send, told) {
  const button = (label, action) => {
    const made = element('button', {type: 'button', class: 'btn btn-default btn-sm'}, label);
    made.addEventListener('click', action);
    return made;
  };
  const ask = (kind, question, most) => askFor(/** @type {!Question} */ ({choices: days(most), choicesLabel: '工作日', wordsLabel: '理由', wordsRequired: true, ...question}),
    ([chosen], words) => send('POST', {kind, workingDays: Number(chosen), words}).then(() => told(`已提交申请，待${options.decidedBy}决定。`)));
  const takeBack = (label, title, help, sentence) => button(label, () => askFor({title, help}, () => send('DELETE').then(() => told(sentence))));
  return [
    options.extendable > 0 ? button('延期', () => ask('EXTENSION', {title: `申请延长${what}的办理期限`,
      help: `由${options.decidedBy}决定；从原期限起延长，已过期限的从批准之日起。`}, options.extendable)) : null,
    options.haltable > 0 ? button('中止', () => ask('HALT', {title: `申请中止办理${what}`,
      help: `由${options.decidedBy}决定；中止期间不计算期限、不督办，恢复后按剩余的工作日重新计算，期满自动恢复。`, choicesLabel: '最长多少个工作日'}, options.haltable)) : null,
    options.awaited ? element('p', {class: 'alert alert-info more-time-state', role: 'status'}, options.awaited, ' ',
      takeBack('收回申请', '收回申请', '收回后期限不变，可以再申请。', '已收回申请。')) : null,
    options.resting ? element('p', {class: 'alert alert-info more-time-state', role: 'status'}, options.resting, ' ',
      takeBack('恢复办理', '恢复办理', '恢复后按剩余的工作日重新计算期限。', '已恢复办理，期限重新计算。')) : null
  ].filter(Boolean);
}
