// A table in which tasks of one step are filled in, a row for each and a column for each field of the form (填表办理).

import {isMet} from './answers.js';
import {API, call} from './api.js';
import {casePage, element, pickable} from './page.js';

/** @param {!TogetherColumn} column @param {!TogetherItem} item */
function inputOf(column, item) {
  const name = `${column.label}（${item.caseNumber}）`;
  const attributes = {name: column.name, 'aria-label': name, 'data-column': column.name};
  const given = item.values[column.name];
  let input;
  if (column.kind === 'SELECT') {
    const unlawful = item.unlawful[column.name] || {};
    input = element('select', attributes, element('option', {value: ''}, '请选择'),
      ...column.options.map(choice => element('option', {value: choice.value, disabled: choice.value in unlawful, title: unlawful[choice.value] || null}, choice.label)));
  } else if (column.kind === 'CHECKBOX') {
    input = element('input', {...attributes, type: 'checkbox'});
    input.checked = given === true;
    return input;
  } else {
    input = element('input', {...attributes, type: {DATE: 'date', NUMBER: 'number'}[column.kind] || 'text', min: column.min, max: column.max, step: column.kind === 'NUMBER'
      ? String(10 ** -(column.decimals || 0)) : null, minlength: column.minLength, maxlength: column.maxLength});
  }
  input.value = given === null || given === undefined ? '' : String(given);
  return input;
}

/** @param {!HTMLInputElement} input */
function valueOf(input) {
  return input.type === 'checkbox' ? input.checked : input.value === '' ? null : input.value;
}

/**
 * @param {!TogetherOffer} offer
 * @param {!Array<!TogetherItem>} items
 * @return {{parts: !Array<?Element>, valuesOf: function(!TogetherItem): !Object, isLeft: function(!TogetherItem): boolean,
 *   tell: function(!TogetherItem, ?string)}}
 */
export function rowsOf(offer, items) {
  const rows = new Map(items.map(item => [item.taskId, {
    inputs: offer.columns.map(column => inputOf(column, item)), result: element('td', {class: 'row-result', role: 'status'})
  }]));
  const seeRow = row => {
    const answer = name => {
      const input = row.inputs.find(other => other.name === name);
      return input ? input.type === 'checkbox' ? String(input.checked) : input.value : '';
    };
    offer.columns.forEach((column, place) => {
      const input = row.inputs[place];
      input.disabled = !column.shownWhen.every(condition => isMet(condition, answer));
      input.required = !input.disabled && (column.required || column.requiredWhen !== null && isMet(column.requiredWhen, answer));
    });
  };
  const fillDown = place => {
    const all = items.filter(item => isLeft(item)).map(item => rows.get(item.taskId));
    const first = all[0] && all[0].inputs[place];
    all.slice(1).forEach(row => {
      const input = row.inputs[place];
      if (input.type === 'checkbox') {
        input.checked = first.checked;
      } else if (!input.options || [...input.options].some(option => option.value === first.value && !option.disabled)) {
        input.value = first.value;
      }
      seeRow(row);
    });
  };
  const isLeft = item => rows.get(item.taskId).result.dataset.done !== 'true';
  const head = element('tr', {}, element('th', {scope: 'col'}, '案件'), ...offer.columns.map((column, place) => {
    const fill = element('button', {type: 'button', class: 'fill-down', 'aria-label': `把第一行的“${column.label}”填到以下各行`}, '填充');
    fill.addEventListener('click', () => fillDown(place));
    return element('th', {scope: 'col'}, column.label, ' ', fill);
  }), element('th', {scope: 'col'}, '结果'));
  const body = element('tbody', {}, ...items.map(item => {
    const row = rows.get(item.taskId);
    seeRow(row);
    const line = element('tr', {'data-task': item.taskId}, element('th', {scope: 'row'}, element('a', {href: casePage(item.caseNumber), target: '_blank', rel: 'noopener'},
      item.caseNumber), ` ${item.title}`), ...row.inputs.map(input => element('td', {}, input)), row.result);
    line.addEventListener('change', () => seeRow(row));
    return line;
  }));
  return {
    parts: [
      element('p', {class: 'help-block'}, '每行一件，各件按本行的内容分别办理、分别核查；“填充”把第一行的内容填到以下各行。'),
      attaching(offer, () => items.filter(isLeft)),
      element('div', {class: 'scroll'}, element('table', {class: 'rows'}, element('thead', {}, head), body))
    ],
    valuesOf: item => Object.fromEntries(rows.get(item.taskId).inputs.filter(input => !input.disabled).map(input => [input.name, valueOf(input)])),
    isLeft,
    tell: (item, reason) => {
      const row = rows.get(item.taskId);
      row.result.textContent = reason || '已办理';
      row.result.dataset.done = String(!reason);
      row.result.classList.toggle('text-danger', Boolean(reason));
      if (!reason) {
        row.inputs.forEach(input => { input.disabled = true; });
      }
    }
  };
}

/**
 * Attaches one file to each of them, such as the one appraisal of all.
 *
 * @param {!TogetherOffer} offer
 * @param {function(): !Array<!TogetherItem>} left
 */
function attaching(offer, left) {
  if (offer.documents.length === 0) {
    return null;
  }
  const kind = element('select', {id: 'together-kind', 'aria-label': '附件种类'}, ...offer.documents.map(choice => element('option', {value: choice.value}, choice.label)));
  const file = element('input', {type: 'file', id: 'together-file', 'aria-label': '附到每一件的附件'});
  const told = element('p', {role: 'status', class: 'attached-told'});
  file.addEventListener('change', async () => {
    const chosen = file.files[0];
    const label = kind.options[kind.selectedIndex].text;
    const refusals = [];
    let done = 0;
    file.disabled = true;
    for (const item of left()) {
      const content = new FormData();
      content.append('kind', kind.value);
      content.append('file', chosen);
      await call(`${API}/tasks/${item.taskId}/documents`, {method: 'POST', body: content})
        .then(() => { done += 1; }, problem => refusals.push(`${item.caseNumber}：${/** @type {!Error} */ (problem).message}`));
      told.textContent = `“${chosen.name}”已作为${label}附到${done}件。`;
    }
    told.append(...refusals.flatMap(refusal => [element('br'), element('span', {class: 'text-danger'}, refusal)]));
    file.value = '';
    file.disabled = false;
  });
  return element('p', {}, element('label', {for: 'together-file'}, '附件（附到每一件）'), ' ', kind, ' ', pickable(file, '选择文件'), told);
}
