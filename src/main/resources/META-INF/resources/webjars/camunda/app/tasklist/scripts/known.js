// What is known of a case is folded where it would push the first input off the first screen; what an official unfolds or folds stays so as long as the page
// is open.

import {element} from '../../../lib/cleanup/page.js';

const INPUTS = '.decisions input, select, textarea:not([readonly]), input:not([type=hidden]):not([readonly]), button.table-add';
const SHOWN = 'output, textarea[readonly], table';
/** an empty one has no input of its own yet, but is what is to be filled in */
const FILLED_IN = 'table[data-list]:not([data-rows=fixed])';
/** what stands above the inputs and is no part of what is filled in */
const ABOVE = 'case-overview, .case-handling, .case-previews';
/** pixels of an input that must be seen, of a high one its beginning */
const SEEN = 48;
/** pixels for what comes later into the row of the other ways of handling */
const LATER = 40;

/** of the names of what is folded that are told */
const MOST_NAMES = 4;

/** @const {!Map<string, boolean>} whether a part is open, by its name, where the official has said so */
const wished = new Map();

/**
 * @param {string} name by which it is remembered
 * @param {string} title
 * @param {...(?Node)} content
 * @return {!Element}
 */
export function foldable(name, title, ...content) {
  const summary = element('summary', {}, title);
  const part = element('details', {class: 'case-known', 'data-known': name, open: true}, summary, ...content);
  summary.addEventListener('click', () => wished.set(name, !part.open));
  return part;
}

function nameOf(part) {
  return part.getAttribute('data-known');
}

function firstInput(form) {
  return [...form.querySelectorAll(INPUTS)].find(input => !input.closest(`${ABOVE}, [hidden], .sr-only`) && (input.type !== 'file' || input.closest('case-documents')));
}

/** @return {number} of a table, but not the one that says that there is none */
function rowsOf(table) {
  return [...table.querySelectorAll('tbody tr')].filter(row => row.querySelector('[name]')).length;
}

/**
 * What is folded says what it holds, so that nobody decides without having seen that there is something to be read.
 * @param {!Array<!Element>} shown
 * @return {string} names of its tables with their rows, and of its fields
 */
export function contentOf(shown) {
  const names = shown.flatMap(part => [...part.querySelectorAll('caption, label')].map(name => {
    const rows = name.tagName === 'CAPTION' ? `（${rowsOf(name.closest('table'))}项）` : '';
    return name.textContent.trim() + rows;
  })).filter(name => name);
  return names.length > 0 ? names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? '等' : '') : '本环节的已知内容';
}

/** What a form itself shows before its first input, such as figures, is known as well; it is made foldable where it takes the first screen. */
function foldableShown(form) {
  const input = firstInput(form);
  if (!input) {
    return;
  }
  const parts = [...form.children];
  const shown = parts.slice(0, parts.findIndex(part => part.contains(input))).filter(part => part.querySelector(SHOWN) && !part.querySelector(FILLED_IN)
    && !part.matches(ABOVE));
  if (shown.length > 0) {
    const place = foldable('shown', contentOf(shown));
    shown[0].before(place);
    place.append(...shown);
  }
}

function isOnFirstScreen(form, input) {
  const pane = form.closest('.task-details > .content');
  const area = pane.getBoundingClientRect();
  const actions = pane.querySelector('.form-actions');
  const place = input.getBoundingClientRect();
  const bottom = Math.min(area.bottom + window.scrollY, window.innerHeight) - (actions ? actions.offsetHeight : 0) - LATER;
  return place.top + pane.scrollTop + window.scrollY + Math.min(place.height, SEEN) <= bottom;
}

/**
 * Folds as much as is needed: first what is known of the case, then what the form shows, then what was found. Nothing is folded where that is no use, since the
 * official has unfolded so much.
 */
export function foldKnown(form) {
  const input = firstInput(form);
  if (!input) {
    return;
  }
  const parts = ['case', 'shown', 'findings'].map(name => form.querySelector(`[data-known=${name}]`)).filter(part => part);
  parts.forEach(part => { part.open = wished.get(nameOf(part)) ?? true; });
  const free = parts.filter(part => !wished.has(nameOf(part)));
  free.forEach(part => { part.open = isOnFirstScreen(form, input); });
  if (free.length < parts.length && !isOnFirstScreen(form, input)) {
    free.forEach(part => { part.open = true; });
  }
}

/** To be called once all that stands in the form of a task is there. */
export function prepareKnown(form) {
  foldableShown(form);
  foldKnown(form);
}
