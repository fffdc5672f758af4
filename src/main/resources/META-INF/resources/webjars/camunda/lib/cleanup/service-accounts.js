// Accounts of other systems (服务账号), which security administrators alone grant and revoke; and who is told what happens.

import {API, call, json} from './api.js';
import {askFor, byId, day, element, moment, narrowable} from './page.js';

const ACCOUNTS = `${API}/service-accounts`;
const STATES = {ACTIVE: '有效', EXPIRED: '已到期', REVOKED: '已收回'};

const message = byId('message');
const problem = byId('problem');
const form = byId('grant');
const select = byId('group');
const chosen = byId('groups');
let narrowed = false;

/**
 * @param {string} label
 * @param {!Array<string>} headings
 * @param {!Array<?>} rows
 * @return {?} a table with a heading
 */
function table(label, headings, rows) {
  return element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label}, element('table', {},
    element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', {scope: 'col'}, heading)))), element('tbody', {}, ...rows)));
}

/**
 * @param {!ServiceAccountLine} account
 * @return {string}
 */
function stateOf(account) {
  return account.revokedAt ? `${moment(account.revokedAt)}收回` : `${STATES[account.state]}，至${day(account.expiresOn)}`;
}

/** @param {!ServiceAccountLine} account */
function row(account) {
  const revoke = element('button', {type: 'button', 'aria-label': `收回“${account.name}”`}, '收回');
  revoke.addEventListener('click', () => askFor({title: `收回“${account.name}”？`, help: '对方系统从下一次请求起不能再读取；收回后不能恢复，需要时另行发放。'},
    () => call(`${ACCOUNTS}/${account.id}`, json('DELETE')).then(show)));
  return element('tr', {}, element('td', {}, account.name), element('td', {}, account.purpose), element('td', {}, account.groups.join('、')),
    element('td', {}, `${moment(account.grantedAt)}，${account.grantedBy}`), element('td', {class: account.state === 'EXPIRED' ? 'late' : null}, stateOf(account)),
    element('td', {}, account.lastUsedAt ? `${moment(account.lastUsedAt)}，${account.lastUsedFrom || '地址不明'}` : '还没有使用过'),
    element('td', {}, account.state === 'REVOKED' ? '' : revoke));
}

/** @param {!ReceiverLine} receiver */
function receiverRow(receiver) {
  return element('tr', {}, element('td', {}, receiver.name), element('td', {}, receiver.host), element('td', {}, receiver.kinds.join('、')),
    element('td', {class: 'number'}, String(receiver.waiting)), element('td', {}, receiver.lastSentAt ? moment(receiver.lastSentAt) : '还没有'),
    element('td', {class: receiver.failure ? 'late' : null}, receiver.failure ? `推送未成功，稍后重试（${receiver.failure}）` : '正常'),
    element('td', {class: 'number'}, String(receiver.givenUp)));
}

function addGroup() {
  const option = select.selectedOptions[0];
  if (!option || !option.value || [...chosen.children].some(item => item.getAttribute('data-group') === option.value)) {
    return;
  }
  const label = option.textContent;
  const remove = element('button', {type: 'button', 'aria-label': `去掉${label}`}, '去掉');
  const item = element('li', {'data-group': option.value}, `${label} `, remove);
  remove.addEventListener('click', () => { item.remove(); select.focus(); });
  chosen.append(item);
  select.value = '';
}

async function show() {
  try {
    const shown = /** @type {!ServiceAccountsShown} */ (await call(ACCOUNTS, {}, {403: '只有安全管理员可以管理服务账号。'}));
    if (!narrowed) {
      narrowed = true;
      select.append(...shown.choices.map(choice => element('option', {value: choice.value}, `${choice.label}（${choice.value}）`)));
      narrowable(select, shown.choices, '组');
    }
    byId('granting').hidden = false;
    message.textContent = '';
    byId('accounts').replaceChildren(element('h2', {}, '已有的服务账号'), shown.accounts.length === 0 ? element('p', {}, '还没有服务账号。')
      : table('已有的服务账号', ['名称', '用途', '按哪些组读取', '发放', '状态', '最近使用', '操作'], shown.accounts.map(row)));
    byId('receivers').replaceChildren(element('h2', {}, '接收消息的系统'),
      element('p', {}, '由运行服务器的人员在配置文件中设置，密钥不在本系统的数据库和页面中。'), shown.receivers.length === 0 ? element('p', {}, '没有设置接收消息的系统。')
        : table('接收消息的系统', ['名称', '地址', '内容', '待推送', '最近送达', '状态', '放弃推送（条）'], shown.receivers.map(receiverRow)));
  } catch (failure) {
    message.textContent = failure.message;
  }
  document.body.setAttribute('data-ready', 'true');
}

byId('add').addEventListener('click', addGroup);
form.addEventListener('submit', async event => {
  event.preventDefault();
  addGroup();
  problem.textContent = '';
  const send = form.querySelector('button[type=submit]');
  send.disabled = true;
  try {
    const granted = /** @type {!GrantedAccount} */ (await call(ACCOUNTS, json('POST', {name: form.elements.name.value, purpose: form.elements.purpose.value,
      expiresOn: form.elements.expiresOn.value, groups: [...chosen.children].map(item => item.getAttribute('data-group'))})));
    byId('token').textContent = granted.token;
    byId('granted-heading').textContent = `“${granted.name}”的令牌`;
    byId('granted').hidden = false;
    byId('granted').focus();
    form.reset();
    chosen.replaceChildren();
    await show();
  } catch (failure) {
    problem.textContent = failure.message;
  }
  send.disabled = false;
});

show();
