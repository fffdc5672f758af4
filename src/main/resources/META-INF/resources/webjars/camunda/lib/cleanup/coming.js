// What comes next, who will have it and by when: in a case, and before one begins.

import {element} from './page.js';

/**
 * @param {!Coming} step
 * @return {string} e.g. 省局收文办理（省机关事务管理局，最迟2026年3月9日）
 */
export function comingInWords(step) {
  const who = step.awaited ? '等待' : step.who || '办理单位届时确定';
  return `${step.name}（${who}${step.lastDay ? `，最迟${step.lastDay}` : ''}）`;
}

/**
 * @param {!Branch} branch
 * @return {string}
 */
export function branchInWords(branch) {
  const next = branch.next.length === 0 ? '本案无后续环节，或者等待其他事项办结' : branch.next.map(comingInWords).join('；');
  return branch.decision ? `${branch.decision}：${next}` : next;
}

/**
 * @param {!Array<!Coming>} steps in their order
 * @return {!Element}
 */
export function comingList(steps) {
  return element('ol', {class: 'coming-steps'}, ...steps.map(step => element('li', {}, comingInWords(step))));
}
