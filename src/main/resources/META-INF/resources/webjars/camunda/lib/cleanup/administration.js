// Users and groups (用户和用户组), for the system administrator, who makes and ends users, and the security administrator, who puts them into
// groups: each is offered the own work alone, and the server refuses the other's. What is shown stands in the address.

import {addressOf, API, call, json, LOGOUT, Refused, request} from './api.js';
import {narrowed} from './answers.js';
import {showOnce} from './first-passwords.js';
import {askFor, byId, element, moment, narrowable, pickable} from './page.js';

const ADMINISTRATION = `${API}/administration`;
const MOST_GROUPS = 100;

const message = byId('message');
const content = byId('content');
const asking = byId('asking');
const parameters = new URLSearchParams(location.search);

/** @param {string} name */
function asked(name) {
  return parameters.get(name) || '';
}

/** @param {string} path @param {!RequestInit=} options */
function ask(path, options) {
  return call(ADMINISTRATION + path, options, {
    401: '您尚未登录或者登录已失效，请点上方“登录”，登录后回到本页。', 403: '只有系统管理员、安全管理员可以使用本页；各办各的事项，不能代办。'});
}

/** @param {!Object<string, string>} target what is to be shown */
function address(target) {
  return `administration.html?${new URLSearchParams(Object.entries(target).filter(([, value]) => value))}`;
}

/**
 * Does something, and shows the list anew.
 *
 * @param {string} path
 * @param {!RequestInit} options
 * @param {string} words that say it is done
 * @param {function(): !Promise} again shows the list
 */
async function act(path, options, words, again) {
  const answer = await ask(path, options);
  await again();
  message.textContent = words;
  return answer;
}

/** @param {string} label @param {function()} work */
function button(label, work) {
  const created = element('button', {type: 'button'}, label);
  created.addEventListener('click', work);
  return created;
}

/** @param {!Array<string>} headings @param {!Array<?>} rows @param {string} label */
function table(headings, rows, label) {
  return element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label}, element('table', {class: 'rows'},
    element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', {scope: 'col'}, heading)))), element('tbody', {}, ...rows)));
}

/** @param {!Object<string, (?Node|?string)>} cells by their headings @param {!Object<string, ?>=} attributes */
function row(cells, attributes = {}) {
  return element('tr', attributes, ...Object.entries(cells).map(([heading, cell]) => element('td', {'data-label': heading}, cell)));
}

/** @param {!Array<!GroupLine>} groups @return {!Array<!Choice>} */
function choicesOf(groups) {
  return groups.map(({id, name, key}) => ({value: id, label: name, key}));
}

/** @param {?} select @param {!Array<!Choice>} choices @param {string} label */
function fill(select, choices, label) {
  select.append(...choices.map(({value, label: words}) => element('option', {value}, words)));
  narrowable(select, choices, label);
}

/** @param {!Array<!GroupLine>} groups @return {!Array<!Choice>} the units that have them */
function unitsOf(groups) {
  return [...new Map(groups.map(({unit, unitName}) => [unit, unitName]))].map(([unit, name]) => {
    const own = groups.find(({id}) => id === unit);
    return {value: unit, label: name, key: own ? own.key : name.toLowerCase()};
  });
}

// ---- users

/** @param {!Account} user @param {!Administrator} me @param {!Array<!GroupLine>} groups @param {function(): !Promise} again */
function actsOn(user, me, groups, again) {
  const path = `/officials/${encodeURIComponent(user.account)}`;
  const named = `${user.name}（${user.account}）`;
  const acts = [];
  if (me.directory) {
    return acts;
  }
  if (me.system && user.lockedUntil !== null) {
    acts.push(button('解除锁定', () => run(() => act(`${path}/unlock`, json('POST'), `${named}的登录锁定已解除，现在可以登录。`, again))));
  }
  if (me.system && !user.administrator) {
    acts.push(button('更正姓名', () => askFor({title: `更正${named}的姓名`, lineLabel: '姓名'},
      ([name]) => act(path, json('PUT', {name, mail: user.mail}), `${named}的姓名已更正。`, again))));
    acts.push(button('更正邮箱', () => askFor({title: `更正${named}的邮箱`, lineLabel: '邮箱'},
      ([mail]) => act(path, json('PUT', {name: user.name, mail}), `${named}的邮箱已更正。`, again))));
    acts.push(button('重置密码', () => askFor({title: `重置${named}的密码`, help: '原密码立即失效，已登录的随即退出。新密码只显示一次。'}, async () => {
      showOnce(byId('told'), [await act(`${path}/password`, json('POST'), `${named}的密码已重置。`, again)]);
    })));
    acts.push(button('注销', () => askFor({title: `注销${named}的账号`, help: '用于离岗、调离的人员。注销后不能登录，所在用户组一并退出，签收未办的任务退回本组；已办的意见和记录不变。不能恢复。'},
      () => act(path, json('DELETE'), `${named}的账号已注销。`, again))));
  }
  if (me.security && user.account !== me.account) {
    acts.push(button('加入用户组', () => {
      const choices = choicesOf(groups.filter(group => !user.groups.some(({id}) => id === group.id)));
      askFor({title: `把${named}加入用户组`, choices, choicesLabel: '用户组'},
        ([group]) => act(`/groups/${group}/members/${encodeURIComponent(user.account)}`, json('PUT'), `${named}已加入用户组。`, again));
      narrowable(document.querySelector('dialog select'), choices, '用户组');
    }));
  }
  return acts;
}

/** @param {!Account} user @param {!Administrator} me @param {function(): !Promise} again */
function groupsOf(user, me, again) {
  return element('ul', {}, ...user.groups.map(({id, name}) => element('li', {}, name, ' ', me.security && !me.directory && user.account !== me.account
    ? button('移出', () => askFor({title: `把${user.name}（${user.account}）移出“${name}”`, help: '权限随即收回，签收未办的任务退回本组。'},
      () => act(`/groups/${id}/members/${encodeURIComponent(user.account)}`, json('DELETE'), `${user.name}（${user.account}）已移出“${name}”。`, again)))
    : null)), ...user.wished.map(({name}) => element('li', {class: 'waiting'}, `${name}（待安全管理员授权）`)));
}

/** @param {!Account} user */
function stateOf(user) {
  return user.lockedUntil === null || user.lockedSince === null ? '正常'
    : element('span', {class: 'late'}, `${moment(user.lockedSince)}起因输错密码锁定，至${moment(user.lockedUntil)}`);
}

/** @param {!Administrator} me @param {!Array<!GroupLine>} groups */
async function listUsers(me, groups) {
  const found = /** @type {!FoundAccounts} */ (await ask(`/officials?${new URLSearchParams(['words', 'unit', 'group'].map(name => [name, asked(name)]))}`));
  const again = () => listUsers(me, groups);
  message.textContent = found.all === 0 ? '没有符合条件的用户。请放宽条件，或者检查姓名、账号后再查询。'
    : `${found.all}人${found.all > found.accounts.length ? `，只列出前${found.accounts.length}人，请用姓名、账号或者单位缩小范围` : ''}。`;
  content.replaceChildren(...(found.all === 0 ? [] : [table(['姓名', '账号', '单位', '用户组', '登录', '办理'], found.accounts.map(user => row({
    '姓名': user.name, '账号': user.account, '单位': user.unit || '未定', '用户组': groupsOf(user, me, again), '登录': stateOf(user),
    '办理': element('span', {}, ...actsOn(user, me, groups, again))
  }, {'data-account': user.account})), '用户')]));
}

/** @param {!Administrator} me @param {!Array<!GroupLine>} groups */
function creating(me, groups) {
  const group = element('select', {name: 'group'}, element('option', {value: ''}, '以后再定'));
  const problem = element('p', {class: 'text-danger', role: 'alert'});
  const form = element('form', {id: 'create'}, element('label', {}, '账号（字母和数字）', element('input', {name: 'account', required: true, maxlength: 64, autocomplete: 'off', placeholder: '如 zhangwei'})),
    element('label', {}, '姓名', element('input', {name: 'name', required: true, maxlength: 40, autocomplete: 'off', placeholder: '如 张伟'})),
    element('label', {}, '邮箱（可不填）', element('input', {name: 'mail', maxlength: 100, autocomplete: 'off'})),
    element('label', {class: 'wide'}, '单位/用户组（由安全管理员授权后生效）', group), element('button', {type: 'submit'}, '新建'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    problem.textContent = '';
    const answer = name => form.elements[name].value.trim();
    const wanted = {account: answer('account'), name: answer('name'), mail: answer('mail'), groups: group.value ? [group.value] : []};
    act('/officials', json('POST', wanted), `已新建用户${wanted.name}（${wanted.account}）。`, () => listUsers(me, groups)).then(created => {
      form.reset();
      // what narrowed the list before narrows it no more
      form.querySelector('.narrowing').dispatchEvent(new Event('input'));
      showOnce(byId('told'), [/** @type {!FirstPassword} */ (created)]);
    }).catch(failure => { problem.textContent = /** @type {!Error} */ (failure).message; });
  });
  const details = element('details', {}, element('summary', {}, '新建用户'), form, problem);
  fill(group, choicesOf(groups), '用户组');
  return details;
}

/** @param {!Administrator} me */
async function users(me) {
  const groups = /** @type {!Array<!GroupLine>} */ (await ask('/groups'));
  const group = groups.find(({id}) => id === asked('group'));
  const unit = element('select', {name: 'unit'}, element('option', {value: ''}, '全部单位'));
  const form = element('form', {id: 'find', role: 'search'}, element('input', {type: 'hidden', name: 'view', value: 'users'}),
    element('label', {class: 'wide'}, '查找', element('input', {type: 'search', name: 'words', maxlength: 100, value: asked('words'), placeholder: '姓名、账号，或者拼音、首字母'})),
    element('label', {}, '单位', unit), element('button', {type: 'submit'}, '查询'));
  asking.replaceChildren(...(me.system && !me.directory ? [creating(me, groups)] : []), form,
    ...(group ? [element('p', {}, `用户组“${group.name}”的成员。`, element('a', {href: address({view: 'users'})}, '查看全部用户'))] : []));
  fill(unit, unitsOf(groups), '单位');
  unit.value = asked('unit');
  await listUsers(me, groups);
}

// ---- groups

async function groupList() {
  const groups = /** @type {!Array<!GroupLine>} */ (await ask('/groups'));
  const words = element('input', {type: 'search', maxlength: 100, placeholder: '名称、拼音、首字母，或者行政区划代码'});
  const show = () => {
    const left = narrowed(choicesOf(groups), words.value).map(({value}) => /** @type {!GroupLine} */ (groups.find(({id}) => id === value)));
    message.textContent = left.length === 0 ? '没有符合条件的用户组。' : `${left.length}个用户组${left.length > MOST_GROUPS ? `，只列出前${MOST_GROUPS}个` : ''}。`;
    content.replaceChildren(...(left.length === 0 ? [] : [table(['单位', '用户组', '代号', '成员'], left.slice(0, MOST_GROUPS).map(({id, name, unitName, members}) => row({
      '单位': unitName, '用户组': element('a', {href: address({view: 'users', group: id})}, name), '代号': id, '成员': `${members}人`})), '用户组')]));
  };
  words.addEventListener('input', show);
  const form = element('form', {role: 'search'}, element('label', {class: 'wide'}, '查找用户组', words));
  form.addEventListener('submit', event => event.preventDefault());
  asking.replaceChildren(form);
  show();
}

// ---- what the one asked for and the other grants

/** @param {!Administrator} me */
async function wishList(me) {
  const open = /** @type {!Array<!WishLine>} */ (await ask('/wishes'));
  const deciding = me.security && !me.directory;
  const decide = (how, wishes, words) => run(async () => {
    const outcomes = /** @type {!Array<!WishOutcome>} */ (await ask(`/wishes/${how}`, json('POST', {wishes: wishes.map(({account, group}) => ({account, group}))})));
    await wishList(me);
    const failed = outcomes.filter(({problem}) => problem !== null);
    message.textContent = `${words}${outcomes.length - failed.length}项。${failed.map(({problem}) => problem).join('')}`;
  });
  asking.replaceChildren(...(deciding && open.length > 0 ? [element('p', {class: 'actions'}, button(`全部授权（${open.length}项）`, () => decide('grant', open, '已授权')))] : []));
  message.textContent = open.length === 0 ? '没有待授权的申请。系统管理员新建或者导入用户时填写的用户组列在这里，由安全管理员授权。'
    : deciding ? '系统管理员提请把下列用户加入用户组，请核对后授权。' : '下列申请等待安全管理员授权。';
  content.replaceChildren(...(open.length === 0 ? [] : [table(['姓名', '账号', '用户组', '提请人', '提请时间', ...(deciding ? ['办理'] : [])], open.map(wish => row({
    '姓名': wish.name, '账号': wish.account, '用户组': wish.groupName, '提请人': wish.wishedBy, '提请时间': moment(wish.wishedAt),
    ...(deciding ? {'办理': element('span', {}, button('授权', () => decide('grant', [wish], '已授权')), button('不予授权', () => decide('decline', [wish], '不予授权')))} : {})
  }, {'data-account': wish.account})), '待授权的申请')]));
}

// ---- from a workbook

function importing() {
  const file = element('input', {type: 'file', name: 'file', accept: '.xlsx,.csv', required: true});
  const form = element('form', {id: 'import'}, element('label', {}, '用户导入表（.xlsx）', file), element('button', {type: 'submit'}, '核对'));
  asking.replaceChildren(element('p', {}, '先下载模板，填写账号、姓名、单位/用户组，再上传核对；核对无误的行新建用户，用户组由安全管理员授权。 ',
    element('a', {href: `${ADMINISTRATION}/import/template`}, '下载模板（.xlsx）')), form);
  pickable(file, '选择文件');
  const send = path => ask(path, {method: 'POST', body: new FormData(form)});
  form.addEventListener('submit', event => {
    event.preventDefault();
    run(async () => {
      const rows = /** @type {!Array<!OfficialRow>} */ (await send('/import/preview'));
      const sound = rows.filter(({findings}) => findings.length === 0).length;
      message.textContent = `${rows.length}行，可以新建${sound}人${sound < rows.length ? `；${rows.length - sound}行有问题，不新建，请改正后再传` : ''}。`;
      const create = button(`新建${sound}人`, () => run(async () => {
        create.disabled = true;
        const made = /** @type {!Array<!ImportedOfficial>} */ (await send('/import'));
        const well = made.filter(({password}) => password !== null);
        message.textContent = `已新建${well.length}人，用户组等待安全管理员授权。${made.filter(({problem}) => problem !== null).map(({number, problem}) => `第${number}行：${problem}`).join('')}`;
        content.replaceChildren();
        form.reset();
        if (well.length > 0) {
          showOnce(byId('told'), /** @type {!Array<!FirstPassword>} */ (well));
        }
      }));
      content.replaceChildren(table(['行', '账号', '姓名', '用户组', '核对结果'], rows.map(({number, account, groups, findings}) => row({'行': String(number), '账号': account.account,
        '姓名': account.name, '用户组': groups.join('、'), '核对结果': findings.length === 0 ? '可以新建' : element('span', {class: 'finding'}, findings.join(''))})), '核对结果'),
      ...(sound > 0 ? [element('p', {class: 'actions'}, create)] : []));
    });
  });
  message.textContent = '';
}

// ---- the page

/** @param {function(): (!Promise|undefined)} work whose refusal is shown */
async function run(work) {
  try {
    await work();
  } catch (failure) {
    message.textContent = failure instanceof Refused ? failure.message : '页面出错，请刷新后重试；仍不成功的，请联系系统管理员。';
    if (!(failure instanceof Refused)) {
      throw failure;
    }
  }
}

const SIGN_IN = addressOf('app/admin/default/');

/** @param {!Administrator} me */
function pages(me) {
  const leave = button('退出登录', () => request(LOGOUT, {method: 'POST'}).finally(() => location.assign(SIGN_IN)));
  byId('pages').replaceChildren(...(me.system ? [element('a', {href: addressOf('app/tasklist/default/')}, '待办事项'),
    element('a', {href: addressOf('app/cockpit/default/')}, '监督台')] : []),
  ...(me.security ? [element('a', {href: 'service-accounts.html'}, '服务账号')] : []),
  ...(me.audit ? [element('a', {href: 'audit.html'}, '审计日志')] : []), element('a', {href: addressOf('app/welcome/default/')}, '修改本人密码'), leave, element('span', {}, me.name));
}

async function show() {
  const me = /** @type {!Administrator} */ (await ask(''));
  pages(me);
  if (!me.system && !me.security) {
    throw new Refused(me.audit ? '审计管理员只查看审计日志，不管理用户；请从上方“审计日志”进入。' : '只有系统管理员、安全管理员可以使用本页。');
  }
  const views = [{view: 'users', label: '用户', work: users}, {view: 'groups', label: '用户组', work: groupList}, {view: 'wishes', label: '待授权', work: wishList},
    ...(me.system && !me.directory ? [{view: 'import', label: '批量导入', work: importing}] : [])];
  const shown = views.find(({view}) => view === asked('view')) || views[0];
  byId('lists').replaceChildren(...views.map(({view, label}) => element('a', {href: address({view}), 'aria-current': view === shown.view ? 'page' : null}, label)));
  byId('lists').hidden = false;
  await shown.work(me);
}

byId('pages').append(element('a', {href: SIGN_IN}, '登录'));
run(show).finally(() => document.body.setAttribute('data-ready', 'true'));
