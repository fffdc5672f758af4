// Finding things again (案件查询): a search, and a page with all there is about one case, its way on the diagram included. What is shown
// stands in the address, so that it can be linked to and the browser's way back works.

import {said} from './answers.js';
import {API, call as callAt, json, Refused, request} from './api.js';
import {branchInWords, comingList} from './coming.js';
import {moreTimeActions} from './more-time.js';
import {askFor, byId, element, moment, unbroken, yuan} from './page.js';
import {documentLink} from './viewer.js';

/** sentences that say more than the server's */
const SAID = {404: '没有这个案件，或者您无权查看。'};
const content = byId('content');
const message = byId('message');
const form = byId('search');

/**
 * @param {string} path
 * @param {!RequestInit=} options
 */
function call(path, options) {
  return callAt(API + path, options, SAID);
}

/**
 * Does something with a case.
 *
 * @param {string} caseNumber
 * @param {string} what
 * @param {!Object} body
 * @param {string=} method
 */
function act(caseNumber, what, body, method = 'POST') {
  return call(`/cases/${encodeURIComponent(caseNumber)}/${what}`, json(method, body));
}

function section(title, body) {
  return body && element('section', {}, element('h2', {}, title), body);
}

/** @param rows each a list of cells: text, or an element */
function table(headings, rows, numbers = []) {
  return rows.length === 0 ? null : element('div', {class: 'scroll'}, element('table', {},
    element('thead', {}, element('tr', {}, ...headings.map(heading => element('th', {scope: 'col'}, heading)))),
    element('tbody', {}, ...rows.map(cells => element('tr', {},
      ...cells.map((cell, column) => element('td', {class: numbers.includes(column) ? 'number' : null}, cell ?? '')))))));
}

function caseLink(caseNumber, text = caseNumber) {
  return element('a', {href: `?case=${encodeURIComponent(caseNumber)}`}, text);
}

function until(instant) {
  return instant ? moment(instant) : '';
}

/**
 * @param {string} closedAt
 * @param {boolean} done whether none of its own steps is open any more
 */
function closing(closedAt, done) {
  return moment(closedAt) + (done ? '办结' : '作出结论，还有环节未办');
}

// ---- lists

/** @param {!Array<!FoundCase>} cases */
function casesTable(cases) {
  return table(['案号', '案件', '程序', '单位', '立案时间', '状态'], cases.map(found => [caseLink(found.caseNumber), found.title, found.procedure, found.government,
    moment(found.openedAt), found.closedAt ? closing(found.closedAt, found.finished) : '在办']));
}

async function showFound(parameters) {
  const found = /** @type {!FoundThings} */ (await call('/search?' + new URLSearchParams([...parameters].filter(([, value]) => value))));
  const count = found.cases.length + found.offices.length + found.documents.length + found.people.length;
  message.textContent = count === 0 ? '没有查到。请减少条件，或者核对编号、名称。' : found.more ? '结果较多，每类只列出前100条，请补充条件缩小范围。' : `查到${count}条。`;
  content.replaceChildren(...[
    section('案件', casesTable(found.cases)),
    section('办事机构', table(['登记编号', '机构', '派出地', '登记状态'], found.offices.map(office => [
      element('a', {href: '?' + new URLSearchParams({words: office.registerNumber})}, office.registerNumber), office.name, office.government, office.status]))),
    section('文书和附件', table(['文件', '案号', '时间'], found.documents.map(file => [documentLink(file), caseLink(file.caseNumber), moment(file.createdAt)]))),
    section('人员', table(['姓名', '岗位', '机构', '案号', '安置'], found.people.map(person => [person.name, person.post, person.office,
      caseLink(person.caseNumber), person.outcome || '尚未安置'])))
  ].filter(Boolean));
}

// ---- one case

/** @param {!Array<!Fact>} list */
function facts(list) {
  return [...new Set(list.map(fact => fact.section))].map(name => section(name, element('dl', {}, ...list.filter(fact => fact.section === name)
    .flatMap(fact => [element('dt', {}, fact.label), element('dd', {}, fact.value)]))));
}

/**
 * When a step is due; where that is after the whole case is, why.
 *
 * @param {?string} due of the step
 * @param {boolean} late whether that has passed
 * @param {?string} ofCase
 */
function stepDue(due, late, ofCase) {
  const after = due && ofCase && Date.parse(due) > Date.parse(ofCase);
  return element('span', {}, element('span', {class: late ? 'late' : null}, until(due) + (late ? '（已逾期）' : '')),
    after ? `（全案期限为${until(ofCase)}；本环节的期限自到达时起按规定的天数计算，所以较晚，全案期限不因此延长）` : null);
}

/**
 * @param {!CasePage} page
 * @return {boolean} whether the case is closed and none of its own steps is open any more
 */
function finished(page) {
  return page.closedAt !== null && page.coming.length === 0;
}

/**
 * Everything that happened, in one line of time.
 *
 * @param {!CasePage} page
 */
function timeline(page) {
  const events = [
    {at: page.openedAt, what: '立案', who: '', words: page.procedure},
    ...page.opinions.map(opinion => ({at: opinion.givenAt, what: opinion.stepName, who: `${opinion.levelName} ${opinion.userName}`,
      words: said(opinion.decisionLabel, opinion.words)})),
    ...page.late.map(entry => ({at: entry.notedAt, what: entry.what, who: entry.group, words: `${entry.stepName}，期限${moment(entry.dueAt)}`
      + (entry.closedAt ? `，${moment(entry.closedAt)}了结` : '')})),
    ...page.documents.map(file => ({at: file.createdAt, what: '文件', who: '', words: documentLink(file)})),
    ...page.ledger.map(entry => ({at: entry.recordedAt, what: `台账：${entry.step}`, who: entry.userName, words: `${entry.assetNumber} ${yuan(entry.amount)}元`
      + (entry.receiptNumber ? `，财政票据${entry.receiptNumber}` : '')})),
    ...(page.closedAt ? [{at: page.closedAt, what: finished(page) ? '办结' : '作出结论', who: '', words: ''}] : [])
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return table(['时间', '事项', '办理单位和人员', '内容'], events.map(event => [moment(event.at), event.what, event.who, event.words]));
}

/**
 * The opinions of each level in a field of its own, as on the form that goes round on paper (意见分栏).
 *
 * @param {!CasePage} page
 */
function opinionSheet(page) {
  const levels = [...new Set(page.opinions.map(opinion => opinion.levelName))];
  return levels.length === 0 ? null : element('table', {class: 'opinion-sheet'}, element('caption', {}, '审批单'),
    element('tbody', {}, ...[['事项', unbroken(page.title)], ['案号', page.caseNumber], ['程序', page.procedure]].map(([label, value]) =>
      element('tr', {}, element('th', {scope: 'row'}, label), element('td', {}, value))),
    ...levels.map(level => element('tr', {}, element('th', {scope: 'row'}, `${level}意见`), element('td', {},
      ...page.opinions.filter(opinion => opinion.levelName === level).map(opinion => element('p', {},
        [opinion.stepName, said(opinion.decisionLabel, opinion.words)].filter(Boolean).join('：'),
        element('span', {class: 'signed'}, signature(page.caseNumber, opinion), `${opinion.userName}　${moment(opinion.givenAt)}`))))))));
}

/**
 * @param {string} caseNumber
 * @param {!Opinion} opinion
 */
function signature(caseNumber, opinion) {
  return opinion.signatureId === null ? null : element('img', {class: 'signature', alt: `${opinion.userName}的签名`,
    src: `${API}/cases/${encodeURIComponent(caseNumber)}/signatures/${opinion.signatureId}`});
}

/** Prints the opinion sheet alone. */
function printSheet() {
  document.body.classList.add('sheet-only');
  window.addEventListener('afterprint', () => document.body.classList.remove('sheet-only'), {once: true});
  window.print();
}

/**
 * @param {!CasePage} page
 * @param {!Diagram} diagram
 * @param {!Element} canvas
 */
async function draw(page, diagram, canvas) {
  const viewer = new window.BpmnJS({container: canvas});
  const model = await request(`${API}/cases/${encodeURIComponent(page.caseNumber)}/models/${diagram.processInstanceId}`, {}, SAID);
  await viewer.importXML(await model.text());
  const drawing = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const last = new Map(diagram.steps.filter(step => elements.get(step.elementId)).map(step => [step.elementId, step]));
  last.forEach((step, id) => {
    drawing.addMarker(id, step.endedAt ? 'done' : 'here');
    if (step.userName || !step.endedAt) {
      viewer.get('overlays').add(id, {position: {bottom: -4, left: 0},
        html: element('div', {class: step.endedAt ? 'who' : 'who now'}, [step.userName, step.endedAt ? moment(step.endedAt) : `${moment(step.startedAt)}起`]
          .filter(Boolean).join(' '))});
    }
  });
  drawing.zoom('fit-viewport', 'auto');
}

/**
 * The way in words as well, for who does not see the drawing.
 *
 * @param {!Diagram} diagram
 */
function way(diagram) {
  const summary = `${diagram.name}：${moment(diagram.startedAt)}开始，${diagram.endedAt ? `${moment(diagram.endedAt)}结束` : '正在办理'}`;
  return element('figure', {}, element('div', {class: 'diagram', role: 'group', 'aria-label': summary}), element('figcaption', {}, summary,
    '。绿色为走过的环节，红色为现在的环节。'));
}

/**
 * What the seal of a document says, once the server has looked.
 *
 * @param {string} id
 */
function seal(id) {
  const told = element('span', {class: 'seal'}, '正在验证…');
  call(`/documents/${id}/seal`).then((/** !SealShown */ {body, sealedAt, holds}) => {
    told.textContent = holds ? `${body}，${moment(sealedAt)}，验证有效` : `${body}，${moment(sealedAt)}，验证无效：文件已被改动，或者印章不是本系统现有的`;
    told.classList.toggle('late', !holds);
  }, problem => { told.textContent = /** @type {!Error} */ (problem).message; });
  return told;
}

/**
 * What follows each open step, and all that follows on the usual way.
 *
 * @param {!CasePage} page
 */
function coming(page) {
  return page.coming.map(after => section(`“${after.stepName}”之后`, element('div', {class: 'coming'},
    element('ul', {}, ...after.branches.map(branch => element('li', {}, branchInWords(branch)))),
    ...(after.rest.length > 1 ? [element('details', {}, element('summary', {}, `直至办结（预计${after.rest.length}个环节）`), comingList(after.rest),
      element('p', {}, '按通常情形和每个环节用足期限推算，实际以各环节的决定为准。'))] : []))));
}

function unlinkButton(caseNumber, other, done) {
  const button = element('button', {type: 'button', 'aria-label': `取消与${other}的关联`}, '取消关联');
  button.addEventListener('click', () => act(caseNumber, `links/${encodeURIComponent(other)}`, {}, 'DELETE')
    .then(() => done('已取消关联。'), failure => { message.textContent = failure.message; }));
  return button;
}

async function showCase(caseNumber) {
  const page = /** @type {!CasePage} */ (await call(`/cases/${encodeURIComponent(caseNumber)}`));
  document.title = `${page.caseNumber} ${page.title}`;
  const done = words => showCase(caseNumber).then(() => { message.textContent = words; });
  const actions = [
    ['打印全案', () => window.print()],
    page.opinions.length > 0 && ['打印审批单', printSheet],
    page.recallable && ['撤回', () => askFor({title: `撤回“${page.recallable}”`, help: '撤回后，该环节由您重新办理。'},
      () => act(caseNumber, 'recall', {}).then(() => done('已撤回，请在“待办事项”中重新办理。')))],
    page.linkable && ['关联案件', () => askFor({title: '与其他案件关联', help: '两个案件的页面互相列出；记入办理过程。', lineLabel: '案号', wordsLabel: '两个案件的关系',
      wordsRequired: true}, ([to], words) => act(caseNumber, 'links', {to, words}).then(() => done('已关联。')))],
    page.urgeable && ['催办', () => askFor({title: '催办本案', help: '记入办理过程，一案一天一次。', wordsLabel: '催办理由', wordsRequired: true},
      (chosen, words) => act(caseNumber, 'urging', {words}).then(() => done('已催办。')))]
  ].filter(Boolean).map(([label, action]) => {
    const button = element('button', {type: 'button'}, label);
    button.addEventListener('click', action);
    return button;
  });
  actions.push(...moreTimeActions(page.moreTime, '全案', (method, body) => act(caseNumber, 'more-time', body || {}, method), done));
  const ways = page.diagrams.map(way);
  content.replaceChildren(...[
    element('h2', {}, unbroken(page.title)), element('div', {class: 'actions'}, ...actions),
    element('p', {}, `案号${page.caseNumber}，${page.procedure}，${page.government}，${moment(page.openedAt)}立案，`,
      element('span', {class: 'state'}, page.closedAt ? closing(page.closedAt, finished(page)) : '在办'), '。'),
    section('现在的环节', table(['环节', '办理单位', '签收人', '到达时间', '期限'], page.waiting.map(task => [task.stepName, task.group, task.assignee || '尚未签收',
      moment(task.since), stepDue(task.due, task.late, page.due)]))),
    ...coming(page),
    section('存在的问题', table(['问题', '依据'], page.findings.map(finding => [finding.message, finding.basis]))),
    ...facts(page.facts),
    section('意见', opinionSheet(page)),
    section('传阅情况', table(['送阅单位', '阅知人', '阅知时间', '附言'], page.readings.map(reading => [reading.group, reading.userName || '尚未阅知',
      reading.readAt ? moment(reading.readAt) : '', reading.words]))),
    section('办理过程', timeline(page)),
    section('资产', table(['编号', '类别', '名称', '账面值（元）', '处置结果'], page.assets.map(asset => [asset.assetNumber, asset.kind, asset.name, yuan(asset.bookValue),
      asset.outcome || '尚未处置']), [3])),
    section('来源和后续案件', casesTable(page.related)),
    section('关联案件', table(['案号', '案件', '关系', '关联人', ''], page.linked.map(link => [caseLink(link.caseNumber), link.title, link.words, link.linkedBy,
      link.own ? unlinkButton(caseNumber, link.caseNumber, done) : null]))),
    section('附件和文书', table(['文件', '时间', ...(page.sealed.length > 0 ? ['电子印章'] : [])], page.documents.map(file => [documentLink(file), moment(file.createdAt),
      ...(page.sealed.length > 0 ? [page.sealed.includes(file.id) ? seal(file.id) : ''] : [])]))),
    ...(ways.length ? [element('h2', {}, '流程图'), ...ways] : [])
  ].filter(Boolean));
  await Promise.all(page.diagrams.map((diagram, index) => draw(page, diagram, ways[index].querySelector('.diagram'))));
  content.setAttribute('data-drawn', 'true');
}

// ---- what the address asks for

async function show() {
  const parameters = new URLSearchParams(location.search);
  try {
    const governments = await call('/search/governments');
    form.elements.government.append(...governments.map(choice => element('option', {value: choice.value}, choice.label)));
    ['words', 'government', 'year', 'state'].forEach(name => { form.elements[name].value = parameters.get(name) || ''; });
    if (parameters.has('case')) {
      await showCase(parameters.get('case'));
    } else if ([...parameters.values()].some(Boolean)) {
      await showFound(parameters);
    } else {
      message.textContent = '输入编号或者名称的一部分查询；也可以只选地区、年份或者状态。';
    }
  } catch (failure) {
    content.replaceChildren();
    message.textContent = failure instanceof Refused ? failure.message : '页面出错，请刷新后重试；仍不成功的，请联系系统管理员。';
    if (!(failure instanceof Refused)) {
      throw failure;
    }
  }
  document.body.setAttribute('data-ready', 'true');
}

show();
