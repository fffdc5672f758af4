// Who reported what a case is about, for those who received it: looked at for a reason that is noted; and the code by which that one asks how far it
// is. What is shown stands on the page alone, until the task is left.

import {API, call, json} from '../../../lib/cleanup/api.js';
import {askFor, element} from '../../../lib/cleanup/page.js';

const LOOK = {title: '查看信访人身份', help: '只有本机关信访工作人员可以查看；每次查看连同理由记入审计日志。', wordsLabel: '查看的理由',
  wordsRequired: true, wordsMost: 200};
const CODE = {title: '生成查询码', help: '查询码只显示一次，请当即告知信访人；以前生成的查询码从此作废。'};
const SAID = {404: '没有可以查看的身份信息：本件是匿名反映，或者不是本机关收到的。'};

/** @param {!Array<!Array<?string>>} facts each a label and what is told, if anything */
function list(facts) {
  return element('dl', {class: 'case-facts'}, ...facts.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value || '未说明')]));
}

function button(label, question, act) {
  const offered = element('button', {type: 'button', class: 'btn btn-default btn-sm'}, label);
  offered.addEventListener('click', () => askFor(/** @type {!Question} */ (question), act));
  return offered;
}

/**
 * @param {!Element} form that may have a place for it
 * @param {string} caseNumber
 */
export function offerReporter(form, caseNumber) {
  const place = form.querySelector('case-reporter');
  if (!place) {
    return;
  }
  const path = `${API}/cases/${encodeURIComponent(caseNumber)}`;
  const told = element('div', {role: 'status'});
  const look = button('查看信访人身份', LOOK, async (chosen, reason) => {
    const reporter = /** @type {!Reporter} */ (await call(`${path}/reporter`, json('POST', {reason}), SAID));
    told.replaceChildren(list([['姓名', reporter.name], ['电话', reporter.phone], ['地址', reporter.address]]));
  });
  const code = button('生成查询码', CODE, async () => {
    const issued = await call(`${path}/query-code`, json('POST'));
    told.replaceChildren(list([['查询码（只显示这一次）', issued.code]]));
  });
  place.replaceChildren(element('div', {class: 'case-reporter', role: 'group', 'aria-label': '信访人'}, look, ' ', code), told);
}
