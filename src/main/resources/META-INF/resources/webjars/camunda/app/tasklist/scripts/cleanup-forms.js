// What all forms of this application share in Tasklist: above the form what the case is about, findings, opinions and documents; choices and values
// from the server; tables whose rows are added and edited; attachments. A form says what it wants in HTML; the same HTML is what the server checks by.

import {dayFault, inRow, isMet, limitsTold, missingRow, refusedAnswer, repetitions, tooLarge, typedInto,
  whyNotOffered, wrongLength} from '../../../lib/cleanup/answers.js';
import {API, call as callAt, json, request as ask} from '../../../lib/cleanup/api.js';
import {askFor, casePage, day, element, moment, narrowable, pickable} from '../../../lib/cleanup/page.js';
import {documentLink, viewDraft} from '../../../lib/cleanup/viewer.js';
import {forgetTold, goOn, nextInList} from './afterwards.js';
import {showTheCase, showTheWay} from './coming.js';
import {decideByButtons, offerPhrases} from './decisions.js';
import {demandDocuments, editDocuments} from './documents.js';
import {keepDraft} from './drafts.js';
import {foldable, foldKnown, prepareKnown} from './known.js';
import {editButton, scrollable, widen} from './tables.js';
import {onceReleased} from './pressed.js';
import {offerReporter} from './reporter.js';
import {handIn, takeOnByBeginning} from './taking-on.js';

/** sentences that say more than the server's */
const SAID = {404: '该事项已办结或者您无权查看，请刷新任务列表。'};

/**
 * @param {string} path
 * @param {!RequestInit=} options
 */
function call(path, options) {
  return callAt(API + path, options, SAID);
}

// ---- above the form

function section(title, content) {
  return content && {title, shown: element('section', {class: 'case-section'}, element('h4', {}, title), content)};
}

/** @param {!Array<!Fact>} facts */
function factsTable(facts) {
  return element('dl', {class: 'case-facts'}, ...facts.flatMap(fact => [element('dt', {}, fact.label), element('dd', {}, fact.value)]));
}

/** @param {!Array<!Finding>} findings */
function findingsList(findings) {
  return findings.length === 0 ? null : element('ol', {class: 'case-findings alert alert-warning'},
    ...findings.map(finding => element('li', {}, finding.message, ' ', element('small', {class: 'text-muted'}, '依据：' + finding.basis))));
}

/** @param {!Array<!Opinion>} opinions */
function opinionsTable(opinions) {
  return opinions.length === 0 ? null : element('table', {class: 'table table-condensed case-opinions'},
    element('thead', {}, element('tr', {}, ...['层级', '环节', '结果和意见', '办理人', '时间'].map(heading => element('th', {}, heading)))),
    element('tbody', {}, ...opinions.map(opinion => element('tr', {},
      element('td', {}, opinion.levelName), element('td', {}, opinion.stepName),
      element('td', {}, [opinion.decisionLabel, opinion.words].filter(text => text).join('：') || '已办结'),
      element('td', {}, opinion.userName), element('td', {}, moment(opinion.givenAt))))));
}

/** @param {!Array<!StoredFile>} documents */
function documentsList(documents) {
  return documents.length === 0 ? null
    : element('ul', {class: 'case-documents'}, ...documents.map(file => element('li', {}, documentLink(file), ` （${moment(file.createdAt)}）`)));
}

/**
 * @param {!Element} form
 * @param {!OpenForm} open
 */
function showOverview(form, open) {
  const place = form.querySelector('case-overview');
  if (!place) {
    return;
  }
  const known = [
    ...[...new Set(open.facts.map(fact => fact.section))].map(name => section(name, factsTable(open.facts.filter(fact => fact.section === name)))),
    section('办理过程', opinionsTable(open.opinions)),
    section('附件和文书', documentsList(open.documents))
  ].filter(part => part);
  const findings = findingsList(open.findings);
  place.replaceChildren(...[
    element('p', {class: 'case-title'}, element('strong', {}, open.title), ' 案号 ',
      element('a', {href: casePage(open.caseNumber), target: '_blank', rel: 'noopener'}, open.caseNumber),
      open.due ? element('span', {class: 'case-due'}, ` 办理期限 ${moment(open.due)}`) : null),
    findings && foldable('findings', `存在的问题（${open.findings.length}项）`, findings),
    known.length > 0 ? foldable('case', `案情：${known.map(part => part.title).join('、')}`, ...known.map(part => part.shown)) : null
  ].filter(part => part));
}

// ---- what else can be done with a task than completing it

/** @const {!Array<!Handling>} */
const HANDLINGS = [
  {path: 'transfer', label: '转办', choices: 'colleagues', gone: true,
    question: {title: '转办给本组同事', choicesLabel: '同事', wordsLabel: '说明'}},
  {path: 'return', label: '退回', choices: 'steps', gone: true,
    question: {title: '退回到前面的环节', choicesLabel: '环节', wordsLabel: '退回的原因', wordsRequired: true}},
  {path: 'opinion-request', label: '征求意见', choices: 'askable', multiple: true, awaited: 'awaited', awaiting: names => `正在征求${names}的意见。`,
    question: {title: '征求本级其他部门的意见', help: '答复齐以前，本任务不能办结；可以随时收回。', wordsLabel: '要征求意见的问题', wordsRequired: true}},
  {path: 'assistance', label: '协办', choices: 'assistants', multiple: true, awaited: 'assisting', awaiting: names => `${names}正在协办。`,
    question: {title: '交同事或者本级其他部门协办', legend: '选择同事或者部门', help: '本任务仍由您主办；协办事项办结以前，本任务不能办结；可以随时收回。', wordsLabel: '需要协办的事项',
      wordsRequired: true}},
  {path: 'circulation', label: '传阅', choices: 'readers', multiple: true,
    question: {title: '送有关部门阅知', help: '只读，阅后确认；不影响办理。', wordsLabel: '说明'}},
  {path: 'comment', label: '备注', question: {title: '备注', help: '记入本案的办理过程。', wordsLabel: '内容', wordsRequired: true}}
];

/**
 * @param {string} taskId
 * @param {string} path
 * @param {string} method
 * @param {!Object=} body
 */
function send(taskId, path, method, body) {
  return call(`/tasks/${taskId}/${path}`, json(method, body));
}

/**
 * Offers it above the form, as far as this official can do it with this task.
 *
 * @param {!CamForm} camForm
 * @param {!Element} form
 * @param {string} overview
 * @return {!Promise}
 */
async function offerHandling(camForm, form, overview) {
  const taskId = /** @type {string} */ (camForm.taskId);
  const options = await call(`/tasks/${taskId}/handling`);
  const choicesOf = handling => handling.choices ? options[/** @type {string} */ (handling.choices)] : undefined;
  const awaitedBy = handling => handling.awaited ? options[/** @type {string} */ (handling.awaited)] : [];
  const refresh = () => call(overview).then(open => {
    showOverview(form, open);
    return offerHandling(camForm, form, overview);
  }).then(() => foldKnown(form));
  // where the decision itself returns the case there is no second way to do so
  const returns = form.querySelector('[cam-variable-name="decision"] [value=return]') !== null;
  const offered = HANDLINGS.filter(handling => !handling.choices || choicesOf(handling).length > 0).filter(handling => !returns || handling.path !== 'return');
  const buttons = offered.map(handling => {
    const button = element('button', {type: 'button', class: 'btn btn-default btn-sm', disabled: awaitedBy(handling).length > 0}, handling.label);
    button.addEventListener('click', () => askFor(/** @type {!Question} */ (
      {...handling.question, choices: choicesOf(handling), multiple: handling.multiple}), async (chosen, words) => {
      const next = nextInList(taskId);
      await send(taskId, handling.path, 'POST', handling.multiple ? {others: chosen, words} : {to: chosen[0], words});
      await (handling.gone ? goOn(taskId, `已${handling.label}`, next) : refresh());
    }));
    return button;
  });
  const awaited = HANDLINGS.filter(handling => awaitedBy(handling).length > 0).map(handling => {
    const takeBack = element('button', {type: 'button', class: 'btn btn-link'}, '收回');
    takeBack.addEventListener('click', () => send(taskId, handling.path, 'DELETE').then(refresh));
    return element('p', {class: 'alert alert-info', role: 'status'}, handling.awaiting(awaitedBy(handling).join('、')), takeBack);
  });
  form.querySelectorAll('.case-handling').forEach(before => before.remove());
  form.querySelector('case-overview').after(element('div', {class: 'case-handling', role: 'group', 'aria-label': '其他办理方式'}, ...buttons, ...awaited));
}

// ---- what the task would issue

/** Shows it before, with what is filled in now. */
function offerPreviews(camForm, form, tables, previews) {
  if (previews.length > 0) {
    form.querySelector('case-overview').after(element('div', {class: 'case-previews', role: 'group', 'aria-label': '公文预览'}, '公文预览：',
      ...previews.map(({value, label}) => {
        const button = element('button', {type: 'button', class: 'btn btn-link'}, label);
        button.addEventListener('click', () => viewDraft(`${label}（预览，尚未制发）`, () => ask(`${API}/tasks/${camForm.taskId}/previews/${value}`,
          json('POST', submittedOf(contentOf(form, tables))), SAID)));
        return button;
      })));
  }
}

// ---- fields

function inputs(form) {
  return [...form.querySelectorAll('[cam-variable-name]')];
}

/** @param blankToo whether a blank is set as well; else it leaves what is there */
function setValue(camForm, input, value, blankToo = false) {
  if (value === null || value === undefined || value === '' && !blankToo) {
    return;
  }
  // what was chosen before may not be offered any more
  if (input.nodeName === 'SELECT' && ![...input.options].some(option => option.value === String(value))) {
    return;
  }
  if (input.type === 'checkbox') {
    input.checked = value === true;
  } else {
    input.value = String(value);
  }
  camForm.variableManager.variableValue(input.getAttribute('cam-variable-name'), input.type === 'checkbox' ? input.checked : input.value);
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

// AngularJS takes only those options of a select that it knows of.
function fillChoices(camForm, choices) {
  const selects = camForm.formElement.find('select');
  for (let i = 0; i < selects.length; i++) {
    const known = selects.eq(i).controller('select');
    (choices[selects[i].dataset.choices] || []).forEach(choice => {
      selects[i].append(element('option', {value: choice.value}, choice.label));
      if (known) {
        known.addOption(choice.value, selects.eq(i).children().eq(selects[i].options.length - 1));
      }
    });
  }
}

/** Long lists are narrowed by typing, an empty one says why it is; what goes by the name of a choice follows it. */
function helpChoosing(camForm, form, choices) {
  form.querySelectorAll('select[data-none]').forEach(select => {
    if ((choices[select.dataset.choices] || []).length === 0) {
      select.after(element('p', {class: 'nothing-to-choose', role: 'status'}, select.getAttribute('data-none')));
    }
  });
  form.querySelectorAll('select[data-choices]').forEach(select =>
    narrowable(select, choices[select.dataset.choices] || [], form.querySelector(`label[for="${select.id}"]`).textContent));
  form.querySelectorAll('[data-label-of]').forEach(named => {
    const select = form.querySelector(`[cam-variable-name="${named.getAttribute('data-label-of')}"]`);
    select.addEventListener('change', () => setValue(camForm, named, select.value && select.selectedOptions[0].text, true));
  });
}

/** @const {!WeakMap<!Element, !Array<!HTMLOptionElement>>} all options of a select of which the rules leave some open */
const ALL_OPTIONS = new WeakMap();
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Only what the rules leave open in this case is offered; a note tells why the rest is not. */
function offerLawful(camForm, form, unlawful) {
  form.querySelectorAll('select[data-lawful-by]').forEach(select => {
    if (!ALL_OPTIONS.has(select)) {
      ALL_OPTIONS.set(select, [...select.options]);
    }
    const all = /** @type {!Array<!HTMLOptionElement>} */ (ALL_OPTIONS.get(select));
    const chosen = select.value;
    const against = unlawful[select.getAttribute('cam-variable-name')] || {};
    const reasons = whyNotOffered(all.map(option => ({value: option.value, label: option.text})), against);
    select.replaceChildren(...all.filter(option => !against[option.value]));
    select.value = against[chosen] ? '' : chosen;
    if (against[chosen]) {
      setValue(camForm, select, '', true);
    }
    select.parentElement.querySelectorAll('.not-offered').forEach(before => before.remove());
    if (reasons.length > 0) {
      select.after(element('ul', {class: 'not-offered help-block', 'aria-label': '未列出的选项'},
        ...reasons.map(reason => element('li', {}, reason))));
    }
  });
}

/** What is offered follows the answers that the rules look at. */
function watchLawful(camForm, form) {
  const fields = new Set([...form.querySelectorAll('select[data-lawful-with]')]
    .flatMap(select => select.getAttribute('data-lawful-with').split(' ')));
  if (fields.size === 0 || !camForm.taskId) {
    return;
  }
  const answers = () => Object.fromEntries([...fields].map(field => [field, answerTo(form, field) || '']));
  let asked = JSON.stringify(answers());
  const update = () => {
    const now = JSON.stringify(answers());
    if (now === asked) {
      return;
    }
    asked = now;
    call(`/tasks/${camForm.taskId}/form/unlawful`, json('POST', answers())).then(unlawful => {
      // only the answer to what is filled in now counts
      if (now === asked) {
        offerLawful(camForm, form, unlawful);
      }
    }, () => { /* the server says the same when the form is handed in */ });
  };
  form.addEventListener('change', update);
}

/** @return what is filled in or shown now, or null for a field that the form has not */
function answerTo(form, field) {
  const source = form.querySelector(`[cam-variable-name="${field}"], output[name="${field}"]`);
  return valueOf(source);
}

/** @return of an input, or of an output that shows it in words; null for none */
function valueOf(source) {
  if (source && source.type === 'checkbox') {
    return String(source.checked);
  }
  return source && (source.dataset.value ?? source.value);
}

function showOutputs(form, values) {
  form.querySelectorAll('output[name]').forEach(output => {
    const value = String(values[output.name] ?? '');
    output.dataset.value = value;
    output.value = DATE.test(value) ? day(value) : value;
  });
}

/** Inputs that are demanded, and parts that are shown, only with certain answers to others. */
function watchConditions(form) {
  const update = () => {
    inputs(form).filter(input => input.getAttribute('data-required-when')).forEach(input => {
      input.required = isMet(input.getAttribute('data-required-when'), field => answerTo(form, field));
      markRequired(form, input);
    });
    form.querySelectorAll('tbody [data-required-when]').forEach(input => {
      input.required = isMet(input.getAttribute('data-required-when'), field => valueOf(beside(form, input.closest('tr'), field)));
    });
    form.querySelectorAll('[data-shown-when]').forEach(part => {
      part.hidden = !isMet(part.getAttribute('data-shown-when'), field => answerTo(form, field));
    });
  };
  form.addEventListener('change', update);
  inputs(form).forEach(input => markRequired(form, input));
  update();
}

/** What was decided before is shown, not chosen again. */
function fixChoices(form) {
  form.querySelectorAll('select[data-fixed]').forEach(select =>
    [...select.options].filter(option => !option.selected).forEach(option => option.remove()));
}

function markRequired(form, input) {
  const label = input.id && form.querySelector(`label[for="${input.id}"]`);
  if (label) {
    // what is only shown is asked of nobody
    label.classList.toggle('required-field', input.required && !input.hasAttribute('data-fixed'));
  }
}

/** Tasklist's button would stay pale while Angular finds something missing, and not say what: here the form says it itself, once the button is pressed. */
function checkOneself(camForm, form) {
  const controller = camForm.formElement.controller('form');
  inputs(form).forEach(input => controller.$removeControl(window.angular.element(input).controller('ngModel')));
}

/** @return {{least: number, most: number}} characters, as people and the server count them; 0 where there is no limit */
function limitsOf(input) {
  return {least: Number(input.getAttribute('minlength')), most: Number(input.dataset.most || 0)};
}

/**
 * Limits stand at the field before one types, in a table while one is there, and are counted down. HTML counts a character of four bytes as
 * two, people and the server as one: what HTML itself stops at is put where nothing is cut off that counts.
 */
function limit(input) {
  if (input.hasAttribute('maxlength')) {
    input.dataset.most = input.getAttribute('maxlength');
    input.setAttribute('maxlength', String(2 * Number(input.dataset.most)));
  }
  const {least, most} = limitsOf(input);
  const inTable = input.closest('tr') !== null;
  const left = element('p', {class: 'help-block characters-left', id: input.id && `${input.id}-limits`});
  const tell = () => {
    left.textContent = limitsTold(input.value, least, most);
    left.classList.toggle('text-danger', wrongLength(input.value, least, most) !== '');
    left.style.visibility = 'visible';
    if (!left.isConnected) {
      input.after(left);
    }
  };
  input.addEventListener('input', tell);
  if (inTable) {
    input.addEventListener('focus', tell);
    // it keeps its place: a button that moved under the mouse which is pressed on it would not be clicked
    input.addEventListener('blur', () => { left.style.visibility = 'hidden'; });
  } else if (!input.readOnly && input.type !== 'hidden') {
    input.addEventListener('change', tell);
    input.setAttribute('aria-describedby', left.id);
    tell();
  }
}

/** @const {string} inputs with limits */
const LIMITED = '[maxlength], [minlength]';

// ---- what is demanded beyond HTML's own attributes: said at the field, in the words in which the server says it

function labelOf(form, input) {
  return input.getAttribute('aria-label') || form.querySelector(`label[for="${input.id}"]`).textContent.trim();
}

function captionOf(table) {
  return table.querySelector('caption').textContent.trim();
}

/** @return {string} what an input is called in sentences */
function called(form, input) {
  const row = input.closest('tbody tr');
  return row ? inRow(captionOf(row.closest('table')), row.sectionRowIndex, labelOf(form, input)) : `“${labelOf(form, input)}”`;
}

/** An input of the same row, else of the form. */
function beside(form, row, name) {
  return row && row.querySelector(`[name="${name}"]`) || form.querySelector(`[cam-variable-name="${name}"], output[name="${name}"]`);
}

/** @return {!Array<!DayBound>} */
function boundsOf(form, row, input) {
  return [{name: 'data-not-before', earliest: true}, {name: 'data-not-after', earliest: false}].filter(({name}) => input.hasAttribute(name))
    .map(({name, earliest}) => {
      const other = input.getAttribute(name);
      return {earliest, other, otherLabel: other === 'today' ? '' : labelOf(form, beside(form, row, other))};
    });
}

/** @return {!Map<!Element, string>} every input that has such demands, with what is wrong with it; blank where nothing is */
function faults(form, today) {
  const found = new Map();
  form.querySelectorAll(LIMITED).forEach(input => {
    const {least, most} = limitsOf(input);
    const wrong = wrongLength(input.value, least, most);
    found.set(input, wrong && called(form, input) + wrong);
  });
  form.querySelectorAll('[data-not-before], [data-not-after]').forEach(input => {
    const row = input.closest('tbody tr');
    found.set(input, input.closest('[hidden]') ? ''
      : dayFault(called(form, input), input.value, boundsOf(form, row, input), today, name => valueOf(beside(form, row, name))));
  });
  form.querySelectorAll('table[data-list]').forEach(table => {
    [...table.querySelector('template').content.querySelectorAll('[data-unique]')].forEach(column => {
      const cells = [...table.querySelectorAll(`tbody [name="${column.getAttribute('name')}"]`)];
      repetitions(captionOf(table), labelOf(form, column), cells.map(input => input.value))
        .forEach((fault, row) => found.set(cells[row], found.get(cells[row]) || fault));
    });
  });
  return found;
}

/** Says at a field what is wrong with it. */
function sayAt(input, fault) {
  input.setCustomValidity(fault);
  const said = input.nextElementSibling;
  if (said && said.classList.contains('field-fault')) {
    said.remove();
  }
  if (fault) {
    input.after(element('p', {class: 'field-fault text-danger', role: 'alert'}, fault));
  }
}

/** @return {!Array<{place: !HTMLElement, message: string}>} for each table without the row that it needs, said below it as well, where one is added */
function lackingRows(form) {
  return [...form.querySelectorAll('table[data-required], table[data-required-when]')].flatMap(table => {
    const condition = table.getAttribute('data-required-when');
    const lacks = table.querySelectorAll('tbody tr').length === 0 && (!condition || isMet(condition, field => answerTo(form, field)));
    const id = `lacks-${table.dataset.list}`;
    const said = form.querySelector(`#${id}`);
    if (said) {
      said.remove();
    }
    if (!lacks) {
      return [];
    }
    const message = missingRow(captionOf(table));
    table.parentElement.after(element('p', {id, class: 'text-danger', role: 'alert'}, message));
    return [{place: form.querySelector(`#${id} ~ button.table-add`), message}];
  });
}

/** @return {!Array<{place: !HTMLElement, message: string}>} all that is missing or wrong, as it stands in the form */
function unmet(form) {
  return [
    ...[...form.elements].filter(input => input.willValidate && !input.validity.valid)
      .map(input => ({place: input, message: input.validity.customError ? input.validationMessage : refusedAnswer(called(form, input), input)})),
    ...lackingRows(form),
    ...demandDocuments(form, field => answerTo(form, field))
  ].sort((one, other) => one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
}

/** a longer list is not read */
const MOST_TOLD = 30;

/** Above the form, each with the way to its field. */
function tellUnmet(form, found) {
  form.querySelectorAll('.form-faults').forEach(before => before.remove());
  if (found.length > 0) {
    form.prepend(element('div', {class: 'alert alert-danger form-faults', role: 'alert', tabindex: '-1'},
      element('strong', {}, `有${found.length}处需要补充或者改正，点击即可转到：`),
      element('ol', {}, ...found.slice(0, MOST_TOLD).map(({place, message}) => {
        const link = element('a', {href: '#'}, message);
        link.addEventListener('click', event => {
          event.preventDefault();
          place.scrollIntoView({block: 'center'});
          place.focus({preventScroll: true});
        });
        return element('li', {}, link);
      })), found.length > MOST_TOLD ? `另有${found.length - MOST_TOLD}处，改正以后列出。` : null));
  }
}

/** @return {function(): boolean} says whether all demands are met, and where they are not, above the form and at the fields */
function watchDemands(form, today) {
  const update = () => {
    faults(form, today).forEach((fault, input) => sayAt(input, fault));
    demandDocuments(form, field => answerTo(form, field));
  };
  form.addEventListener('change', () => onceReleased(() => {
    update();
    if (form.querySelector('.form-faults')) {
      tellUnmet(form, unmet(form));
    }
  }));
  update();
  return () => {
    update();
    const found = unmet(form);
    tellUnmet(form, found);
    if (found.length > 0) {
      const told = form.querySelector('.form-faults');
      told.scrollIntoView({block: 'start'});
      told.focus({preventScroll: true});
    }
    return found.length === 0;
  };
}

/** What is demanded is looked at again after something was added or removed. */
function changed(part) {
  part.dispatchEvent(new Event('change', {bubbles: true}));
}

// ---- tables

/** @return {!TableRows} */
function editTable(table, rows, taskId) {
  const template = table.querySelector('template');
  const body = element('tbody');
  // rows that the server names: they are filled in, not added or removed
  const fixed = table.dataset.rows === 'fixed';
  // a column of its own only where a row has something to press
  const headActs = () => {
    const head = table.querySelector('thead tr');
    if (!head.querySelector('.acts')) {
      head.append(element('th', {class: 'acts'}, element('span', {class: 'sr-only'}, '操作')));
    }
  };
  const addRow = (values = {}) => {
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelectorAll('[name]').forEach(input => {
      if (input.matches(LIMITED)) {
        limit(input);
      }
      if (values[input.getAttribute('name')] !== undefined) {
        input.value = values[input.getAttribute('name')];
      }
    });
    row.querySelectorAll('[data-show]').forEach(place => { place.textContent = values[place.dataset.show] ?? ''; });
    const edit = editButton(table, row, changed);
    if (fixed) {
      if (edit) {
        headActs();
        row.append(element('td', {}, edit));
      }
      body.append(row);
      widen(table, [row]);
      return;
    }
    const remove = element('button', {type: 'button', class: 'btn btn-link', title: '删除本行'}, '删除');
    remove.addEventListener('click', () => {
      row.remove();
      changed(table);
    });
    row.append(element('td', {class: 'row-acts'}, edit, remove));
    body.append(row);
    widen(table, [row]);
  };
  scrollable(table);
  table.append(body);
  if (!fixed) {
    headActs();
  }
  body.addEventListener('change', event => onceReleased(() =>
    widen(table, [/** @type {!Element} */ (event.target).closest('tr') || body.rows[0]].filter(row => row))));
  const fill = values => {
    body.replaceChildren();
    values.forEach(row => addRow(row));
  };
  fill(rows);
  const read = () => [...body.rows].map(row => Object.fromEntries(
    [...row.querySelectorAll('[name]')].map(input => [input.getAttribute('name'), input.value])));
  if (fixed) {
    if (rows.length === 0) {
      body.append(element('tr', {}, element('td', {colspan: table.querySelectorAll('thead th').length}, '无')));
      return {read: () => [], show: () => {}};
    }
    const key = template.content.querySelector('[type=hidden]').getAttribute('name');
    return {read, show: typed => fill(typedInto(rows, typed, key))};
  }
  const add = element('button', {type: 'button', class: 'btn btn-default btn-sm table-add'}, '增加一行');
  add.addEventListener('click', () => {
    addRow();
    changed(table);
  });
  table.parentElement.after(add);
  if (table.dataset.import) {
    add.after(importRows(table, taskId, body, addRow));
  }
  return {read, show: fill};
}

/** Rows from a file: the server reads it and tells what is wrong with it; what becomes of the rows that are there is asked. */
function importRows(table, taskId, body, addRow) {
  const id = 'import-' + table.dataset.list;
  const input = element('input', {type: 'file', id, accept: '.csv,.xlsx'});
  const message = element('p', {class: 'text-danger table-import-message', role: 'alert'});
  const read = async (file, replaces) => {
    const content = new FormData();
    content.append('file', file);
    try {
      const found = /** @type {!ReadRows} */ (await call(`/tasks/${taskId}/rows/${table.dataset.import}`, {method: 'POST', body: content}));
      if (replaces) {
        body.replaceChildren();
      }
      found.rows.forEach(values => addRow(values));
      changed(table);
      message.replaceChildren(element('span', {class: 'text-success'}, `已从文件读入${found.rows.length}行，核对后请提交。`),
        ...found.notes.flatMap(note => [element('br'), element('strong', {}, note)]));
    } catch (problem) {
      message.replaceChildren(.../** @type {!Error} */ (problem).message.split('\n').flatMap(line => [line, element('br')]));
    }
  };
  input.addEventListener('change', () => {
    const file = input.files[0];
    // the same file can be picked again once it has been mended
    input.value = '';
    message.replaceChildren();
    const refusal = file && tooLarge(file);
    if (!file || refusal) {
      message.textContent = refusal || '';
    } else if (body.rows.length === 0) {
      read(file, true);
    } else {
      askFor({title: '从文件读入', help: `表中已有${body.rows.length}行。`, choicesLabel: '已有的行',
        choices: [{value: 'replace', label: '由文件中的行替换'}, {value: 'add', label: '保留，文件中的行加在后面'}]},
      chosen => read(file, chosen[0] === 'replace'));
    }
  });
  return element('div', {class: 'form-group table-import'}, element('label', {for: id}, '从文件读入（CSV或者XLSX）'), pickable(input, '选择文件'),
    element('a', {href: `${API}/rows/${table.dataset.import}/template`}, '下载模板'), message);
}

// ---- drafts: what is filled in, to be kept and to be shown again

/** @return {!DraftContent} what is filled in now, in the way in which `showContent` reads it */
function contentOf(form, tables) {
  return {
    fields: Object.fromEntries(inputs(form).filter(input => input.type !== 'file')
      .map(input => [input.getAttribute('cam-variable-name'), input.type === 'checkbox' ? input.checked : input.value])),
    tables: Object.fromEntries([...tables].map(([name, rows]) => [name, rows.read()]))
  };
}

/** @return {!DraftContent} the same without what no draft may hold, such as who reported something */
function draftOf(form, tables) {
  const content = contentOf(form, tables);
  form.querySelectorAll('[data-never-drafted]').forEach(input => delete content.fields[input.getAttribute('cam-variable-name')]);
  return content;
}

/** @return {!Object} the same as it is handed in: tables as text */
function submittedOf(/** !DraftContent */ {fields, tables}) {
  return Object.assign({}, fields, Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, JSON.stringify(rows)])));
}

/** @param {!DraftContent} content that was typed before */
function showContent(camForm, form, tables, content) {
  inputs(form).filter(input => input.type !== 'file' && !input.readOnly && !input.hasAttribute('data-fixed') && !input.hasAttribute('data-never-drafted'))
    .forEach(input => setValue(camForm, input, content.fields[input.getAttribute('cam-variable-name')], true));
  tables.forEach((rows, name) => content.tables[name] && rows.show(content.tables[name]));
}

// ---- the one entry: every form calls it

/** @param {!CamForm} camForm */
function attach(camForm) {
  const form = camForm.formElement[0];
  const tables = new Map();
  let demandsAreMet = () => false;
  /** @type {?Beginning} */
  let beginning = null;
  form.querySelectorAll('table[data-list]').forEach(table => camForm.variableManager.createVariable(
    {name: table.dataset.list, type: 'String', value: null}));

  checkOneself(camForm, form);
  inputs(form).filter(input => input.matches(LIMITED)).forEach(limit);
  inputs(form).filter(input => input.type === 'file').forEach(input => pickable(input, '选择文件'));

  const path = camForm.taskId ? `/tasks/${camForm.taskId}/form` : `/procedures/${camForm.processDefinitionId.split(':')[0]}/form`;
  const draft = keepDraft(camForm, path.replace(/\/form$/, ''), () => draftOf(form, tables), content => showContent(camForm, form, tables, content));
  const set = (input, value) => setValue(camForm, input, value, true);
  const opened = draft.settled().then(() => call(path)).then(async (/** !OpenForm */ open) => {
    showOverview(form, open);
    fillChoices(camForm, open.choices);
    helpChoosing(camForm, form, open.choices);
    offerLawful(camForm, form, open.unlawful);
    decideByButtons(form, set);
    offerPhrases(form, set);
    showOutputs(form, open.values);
    inputs(form).forEach(input => setValue(camForm, input, open.values[input.getAttribute('cam-variable-name')]));
    watchLawful(camForm, form);
    form.querySelectorAll('table[data-list]').forEach(table =>
      tables.set(table.dataset.list, editTable(table, open.values[table.dataset.list] || [], camForm.taskId)));
    draft.opened(open.draft);
    editDocuments(form, open, camForm.taskId);
    offerReporter(form, open.caseNumber);
    fixChoices(form);
    watchConditions(form);
    demandsAreMet = watchDemands(form, open.today);
    if (camForm.taskId && form.querySelector('case-overview')) {
      offerPreviews(camForm, form, tables, open.previews);
      await offerHandling(camForm, form, path).catch(() => { /* a task that is merely looked at has nothing to offer */ });
      prepareKnown(form);
    }
    beginning = open.taking && takeOnByBeginning(camForm, open.taking);
    form.dataset.task = camForm.taskId || '';
    form.dataset.ready = 'true';
  });
  opened.catch(problem => form.prepend(element('p', {class: 'alert alert-danger', role: 'alert'}, /** @type {!Error} */ (problem).message)));

  camForm.on('submit', () => {
    if (form.dataset.ready !== 'true' || !demandsAreMet()) {
      camForm.submitPrevented = true;
      return;
    }
    if (beginning && !beginning.isOwn()) {
      camForm.submitPrevented = true;
      beginning.take().then(own => own && handIn(form));
      return;
    }
    // Tasklist leaves out what equals a process variable of the same name; the server wants the whole form
    inputs(form).map(input => input.getAttribute('cam-variable-name')).filter(name => camForm.variableManager.variable(name))
      .forEach(name => { camForm.variableManager.variable(name).originalValue = null; });
    tables.forEach((rows, name) => camForm.variableManager.variableValue(name, JSON.stringify(rows.read())));
    forgetTold();
  });
  if (camForm.taskId) {
    const taskId = /** @type {string} */ (camForm.taskId);
    camForm.on('submit-success', () => goOn(taskId, '已提交', nextInList(taskId)));
    showTheCase(form, taskId);
  } else {
    showTheWay(form, camForm.processDefinitionId.split(':')[0]);
  }
}

window.CleanupForms = {attach};
