// What the pages of this application share in Tasklist and Cockpit.

import {narrowed} from './answers.js';

/**
 * @param {string} name
 * @param {!Object<string, ?>=} attributes those that are false, null or undefined are left out
 * @param {...(?Node|?string|undefined)} children null and undefined are left out
 * @return {?} an element of that name
 */
export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => {
    if (value !== null && value !== undefined && value !== false) {
      created.setAttribute(key, value === true ? '' : value);
    }
  });
  created.append(...children.filter(child => child !== null && child !== undefined));
  return created;
}

/**
 * @param {string} id
 * @return {?} the element of the page that has it
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * @param {string} caseNumber
 * @return {string} address of the page with all there is about a case
 */
export function casePage(caseNumber) {
  return import.meta.url.replace(/[^/]*$/, `cases.html?case=${encodeURIComponent(caseNumber)}`);
}

// The one way in which days, moments and amounts are read, as the server writes them: a test looks for a second one.

/**
 * @param {!Object} parts
 * @return {!Intl.DateTimeFormat}
 */
function calendar(parts) {
  return new Intl.DateTimeFormat('zh-CN', {timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hourCycle: 'h23', ...parts});
}

const MOMENT = calendar({hour: '2-digit', minute: '2-digit'});
const EXACT_MOMENT = calendar({hour: '2-digit', minute: '2-digit', second: '2-digit'});
const DAY = calendar({});
const CLOCK = new Intl.DateTimeFormat('zh-CN', {timeZone: 'Asia/Shanghai', hourCycle: 'h23', hour: '2-digit', minute: '2-digit'});

/**
 * @param {string} instant in ISO 8601
 * @return {string} e.g. 2015年10月31日 17:30
 */
export function moment(instant) {
  return MOMENT.format(new Date(instant));
}

/**
 * @param {string} instant in ISO 8601
 * @return {string} the same to the second, where events that follow one another are told apart
 */
export function exactMoment(instant) {
  return EXACT_MOMENT.format(new Date(instant));
}

/**
 * @param {string} instant in ISO 8601, of today
 * @return {string} e.g. 17:30
 */
export function clock(instant) {
  return CLOCK.format(new Date(instant));
}

/**
 * @param {string} date in ISO 8601
 * @return {string} e.g. 2015年10月31日
 */
export function day(date) {
  return DAY.format(new Date(`${date}T12:00+08:00`));
}

/**
 * @param {number} amount
 * @return {string} e.g. 4,040,000.00
 */
export function yuan(amount) {
  return amount.toLocaleString('zh-CN', {minimumFractionDigits: 2, maximumFractionDigits: 2});
}

/**
 * @param {string} text
 * @return {!Array<string>} what a line may begin with: words, 市 and 处 with what they end, 驻 with the place; `TitleLines` does the same
 */
export function words(text) {
  const pieces = [];
  [...new Intl.Segmenter('zh-CN', {granularity: 'word'}).segment(text)].forEach(({segment}) => {
    const last = pieces.length - 1;
    if (last >= 0 && (segment.length === 1 ? segment !== '驻' : pieces[last].endsWith('驻'))) {
      pieces[last] += segment;
    } else {
      pieces.push(segment);
    }
  });
  return pieces;
}

/**
 * @param {string} text
 * @return {?} the text, which breaks between words only
 */
export function unbroken(text) {
  const node = element('span', {class: 'unbroken'});
  words(text).forEach(word => node.append(element('wbr'), word));
  return node;
}

/**
 * @param {string} text
 * @return {number} how wide it is, in widths of a Chinese character
 */
export function emsOf(text) {
  return [...text.trim()].reduce((ems, character) => ems + (/** @type {number} */ (character.codePointAt(0)) > 255 ? 1 : 0.6), 0);
}

/**
 * Has a file picked by a button of ours: the browser's own speaks the browser's language.
 *
 * @param {?} input of a file; it keeps its label, the keyboard and its place in the form
 * @param {string} words
 * @return {?} what stands in its place
 */
export function pickable(input, words) {
  const told = element('span', {class: 'file-told'});
  const face = element('span', {class: 'btn btn-default btn-sm file-face', 'aria-hidden': 'true'}, words);
  face.addEventListener('click', () => input.click());
  input.addEventListener('change', () => { told.textContent = [...input.files].map(file => file.name).join('、'); });
  if (input.form) {
    input.form.addEventListener('reset', () => { told.textContent = ''; });
  }
  const place = element('span', {class: 'file-pick'});
  input.before(place);
  place.append(input, face, told);
  return place;
}

/** a list of more than these is not read through */
const LONG = 8;

/**
 * Has a long list narrowed by typing before it: ↓ leads into the list, Enter takes the first that is left.
 *
 * @param {?} select with an option for each choice
 * @param {!Array<!Choice>} choices
 * @param {string} label of the list
 */
export function narrowable(select, choices, label) {
  if (choices.length <= LONG) {
    return;
  }
  const all = [...select.options];
  const told = element('span', {class: 'help-block narrowing-told', role: 'status'});
  const typed = element('input', {type: 'search', class: 'form-control narrowing', 'aria-label': `筛选${label}`, autocomplete: 'off',
    placeholder: '输入名称、拼音、首字母或者代码筛选'});
  const left = () => narrowed(choices, typed.value);
  typed.addEventListener('input', () => {
    const values = new Set(left().map(choice => choice.value));
    const chosen = select.value;
    select.replaceChildren(...all.filter(option => option.value === '' || option.value === chosen || values.has(option.value)));
    select.value = chosen;
    told.textContent = typed.value.trim() === '' ? '' : values.size === 0 ? '没有符合的选项。' : `符合的有${values.size}项。`;
  });
  typed.addEventListener('keydown', event => {
    if (event.key === 'Enter' && left().length > 0) {
      select.value = left()[0].value;
      select.dispatchEvent(new Event('change', {bubbles: true}));
    }
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      select.focus();
    }
  });
  select.before(typed, told);
}

let dialogs = 0;

/**
 * @param {!Question} question
 * @param {string} id
 * @return {?} what there is to choose
 */
function choicesOf({choices, multiple, legend = '选择部门'}, id) {
  return multiple ? element('fieldset', {}, element('legend', {}, legend), ...choices.map(choice =>
    element('label', {class: 'dialog-choice'}, element('input', {type: 'checkbox', value: choice.value}), ' ', choice.label)))
    : element('select', {id, class: 'form-control', required: true}, element('option', {value: ''}, '请选择'),
      ...choices.map(choice => element('option', {value: choice.value}, choice.label)));
}

/**
 * Asks in a dialog, which stays open with what was typed while it is refused.
 *
 * @param {!Question} question
 * @param {function(!Array<string>, ?string): !Promise} act gets the chosen values, or the line, and the words; what it rejects with is shown
 */
export function askFor(question, act) {
  const id = `dialog-${++dialogs}`;
  const choices = question.choices && choicesOf(question, `${id}-choice`);
  const line = question.lineLabel && element('input', {type: 'text', id: `${id}-line`, class: 'form-control', maxlength: 64, required: true});
  const words = question.wordsLabel && element('textarea', {id: `${id}-words`, class: 'form-control', rows: 4, maxlength: question.wordsMost || 1000, required: question.wordsRequired}, question.words);
  const problem = element('p', {class: 'text-danger dialog-problem', role: 'alert'});
  const send = element('button', {type: 'submit', class: 'btn btn-primary'}, '确定');
  const cancel = element('button', {type: 'button', class: 'btn btn-link'}, '取消');
  const form = element('form', {}, element('h3', {id: `${id}-title`}, question.title), question.help ? element('p', {}, question.help) : null,
    choices && !question.multiple ? element('label', {for: `${id}-choice`}, question.choicesLabel) : null, choices || null,
    ...(line ? [element('label', {for: `${id}-line`}, question.lineLabel), line] : []),
    ...(words ? [element('label', {for: `${id}-words`}, question.wordsLabel), words] : []), problem, element('p', {}, send, cancel));
  const dialog = element('dialog', {class: 'cleanup-dialog', 'aria-labelledby': `${id}-title`}, form);
  dialog.addEventListener('close', () => dialog.remove());
  cancel.addEventListener('click', () => dialog.close());
  form.addEventListener('submit', event => {
    event.preventDefault();
    problem.textContent = '';
    send.disabled = true;
    const chosen = line ? [line.value] : !choices ? [] : question.multiple
      ? [...choices.querySelectorAll('input:checked')].map(box => box.value) : [choices.value];
    act(chosen, words ? words.value : null).then(() => dialog.close(), failure => { problem.textContent = /** @type {!Error} */ (failure).message; })
      .finally(() => { send.disabled = false; });
  });
  document.body.append(dialog);
  dialog.showModal();
}
