// Tables of a form on the screens that offices have: columns as wide as what is in them, what is too wide scrolls with its first column and its head in
// place, and a row can be filled in in a dialog.

import {element, emsOf} from '../../../lib/cleanup/page.js';

const NARROWEST = 6;
const WIDEST = 22;
/** beside the text: the edges of an input, and the arrows of a list or number */
const AROUND = 4.5;
const DATE = 12;
/** a row of more is filled in more easily in a dialog */
const FEW_INPUTS = 3;

/** Puts a table where it can scroll by itself. */
export function scrollable(table) {
  const place = element('div', {class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': table.querySelector('caption').textContent.trim()});
  table.before(place);
  place.append(table);
}

function emsOfCell(cell) {
  const inputs = [...cell.querySelectorAll('[name]')].filter(input => input.type !== 'hidden');
  return inputs.length === 0 ? emsOf(cell.textContent)
    : Math.max(...inputs.map(input => input.type === 'date' ? DATE
      : emsOf(input.nodeName === 'SELECT' ? [...input.options].map(option => option.text).sort((a, b) => emsOf(b) - emsOf(a))[0] || '' : input.value) + AROUND));
}

/** Makes the columns as wide as what is in these rows, never narrower than they are. */
export function widen(table, rows) {
  const heads = [...table.querySelectorAll('thead th')];
  rows.forEach(row => [...row.cells].forEach((cell, column) => {
    const head = heads[column];
    if (head && cell.colSpan === 1) {
      const wanted = Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, emsOfCell(cell))));
      if (wanted > Number(head.dataset.ems || 0)) {
        head.dataset.ems = wanted;
        head.style.minWidth = `${wanted}em`;
      }
    }
  }));
}

let dialogs = 0;

function editRow(table, row, changed) {
  const id = `row-${++dialogs}`;
  const inputs = [...row.querySelectorAll('[name]')].filter(input => input.type !== 'hidden');
  const heads = [...table.querySelectorAll('thead th')];
  const shown = [...row.querySelectorAll('[data-show]')].map(cell => `${heads[cell.closest('td').cellIndex].textContent.trim()} ${cell.textContent}`);
  const copies = inputs.map((input, place) => {
    const copy = /** @type {!HTMLInputElement} */ (input.cloneNode(true));
    copy.id = `${id}-${place}`;
    copy.value = input.value;
    copy.removeAttribute('aria-label');
    return copy;
  });
  const form = element('form', {novalidate: true}, element('h3', {id}, `第${row.sectionRowIndex + 1}行`), shown.length > 0 ? element('p', {}, shown.join('，')) : null,
    element('div', {class: 'row-fields'}, ...copies.map((copy, place) =>
      element('div', {}, element('label', {for: copy.id}, inputs[place].getAttribute('aria-label')), copy))),
    element('p', {}, element('button', {type: 'submit', class: 'btn btn-primary'}, '确定'),
      element('button', {type: 'button', class: 'btn btn-link'}, '取消')));
  const dialog = element('dialog', {class: 'cleanup-dialog row-dialog', 'aria-labelledby': id}, form);
  form.querySelector('.btn-link').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', event => {
    event.preventDefault();
    copies.forEach((copy, place) => {
      if (inputs[place].value !== copy.value) {
        inputs[place].value = copy.value;
        changed(inputs[place]);
      }
    });
    dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @return {?Element} the button that opens a row in a dialog; null where there is little to fill in */
export function editButton(table, row, changed) {
  if ([...row.querySelectorAll('[name]')].filter(input => input.type !== 'hidden').length <= FEW_INPUTS) {
    return null;
  }
  const edit = element('button', {type: 'button', class: 'btn btn-link row-edit'}, '编辑');
  edit.addEventListener('click', () => editRow(table, row, changed));
  return edit;
}
