// 批量办理: what was selected is decided together, with a summary of each, or filled in in one table; what cannot be, and what was refused, is
// named with its reason.

import {API, call, json} from './api.js';
import {casePage, element} from './page.js';
import {rowsOf} from './together-rows.js';

/** so many are sent at once: each answer is soon there, and tells what became of each */
const PORTION = 10;

/** @param {!TogetherItem} item */
function named({caseNumber, title}) {
  return element('span', {}, element('a', {href: casePage(caseNumber), target: '_blank', rel: 'noopener'}, caseNumber), ` ${title}`);
}

/** @param {!TogetherItem} item */
function summary(item) {
  return element('li', {}, named(item), item.lastSaid ? element('div', {class: 'last-said'}, item.lastSaid) : null,
    item.facts.length > 0 ? element('details', {}, element('summary', {}, '案情'),
      element('dl', {}, ...item.facts.flatMap(fact => [element('dt', {}, fact.label), element('dd', {}, fact.value)]))) : null);
}

/**
 * @param {string} title
 * @param {!Array<!Element>} items
 * @param {string} name
 */
function listed(title, items, name) {
  return items.length === 0 ? null : element('section', {class: name}, element('h4', {}, title), element('ol', {}, ...items));
}

/** @param {!TogetherItem} item @param {string} reason */
function refused(item, reason) {
  return element('li', {}, item.caseNumber ? named(item) : null, element('div', {class: 'text-danger'}, reason));
}

/**
 * @param {!TogetherOffer} offer
 * @return {!Array<?Element>}
 */
function fields(offer) {
  return [
    ...(offer.decision ? [element('label', {for: 'together-decision'}, offer.decision), element('select', {id: 'together-decision', name: 'decision', required: true},
      element('option', {value: ''}, '请选择'), ...offer.decisions.map(choice => element('option', {value: choice.value}, choice.label)))] : []),
    ...(offer.opinion ? [element('label', {for: 'together-opinion'}, `${offer.opinion}（写入每一件）`), element('textarea', {id: 'together-opinion', name: 'opinion', rows: 3,
      maxlength: 1000, required: offer.opinionRequired})] : []),
    offer.confirmation ? element('label', {class: 'dialog-choice'}, element('input', {type: 'checkbox', name: 'confirmed', required: true}), ` 全部${offer.confirmation}`) : null
  ];
}

/**
 * Sends all in portions; what did not arrive is named as well.
 *
 * @param {!TogetherOffer} offer
 * @param {!Array<!TogetherItem>} items
 * @param {function(!TogetherItem): !Object} valuesOf
 * @param {function(number)} told gets how many have been answered
 * @return {!Promise<!Map<string, ?string>>} by task why it is not done; null where it is
 */
async function send(offer, items, valuesOf, told) {
  const results = new Map();
  for (let from = 0; from < items.length; from += PORTION) {
    const rows = items.slice(from, from + PORTION).map(item => ({taskId: item.taskId, values: valuesOf(item)}));
    try {
      const answers = /** @type {!Array<{taskId: string, refused: ?string}>} */ (await call(`${API}/together`, json('POST', {step: offer.step, rows})));
      answers.forEach(answer => results.set(answer.taskId, answer.refused));
    } catch (failure) {
      rows.forEach(row => results.set(row.taskId, /** @type {!Error} */ (failure).message));
    }
    told(results.size);
  }
  return results;
}

/**
 * @param {!Array<string>} taskIds
 * @param {function()} done is called when the dialog is closed after something was decided
 */
export async function handleTogether(taskIds, done) {
  const offer = /** @type {!TogetherOffer} */ (await call(`${API}/together/offer`, json('POST', {tasks: taskIds})));
  const able = offer.items.filter(item => item.reason === null);
  const unable = offer.items.filter(item => item.reason !== null);
  const submit = element('button', {type: 'submit', disabled: able.length === 0}, `办理${able.length}件`);
  const close = element('button', {type: 'button', class: 'btn-link'}, '关闭');
  const progress = element('p', {role: 'status', class: 'progress-told'});
  const rows = offer.columns.length > 0 ? rowsOf(offer, able) : null;
  const form = element('form', {}, element('h3', {id: 'together-title'}, `批量办理${offer.stepName ? `：${offer.stepName}` : ''}`),
    ...(able.length === 0 ? [] : rows ? rows.parts : fields(offer)), progress, element('p', {}, submit, ' ', close),
    listed(`不能一起办理的（${unable.length}件）`, unable.map(item => refused(item, /** @type {string} */ (item.reason))), 'unable'),
    rows ? null : listed(`一起办理的（${able.length}件）`, able.map(summary), 'able'));
  const dialog = element('dialog', {class: `cleanup-dialog together${rows ? ' in-rows' : ''}`, 'aria-labelledby': 'together-title'}, form);
  let decided = false;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (decided) {
      done();
    }
  });
  const tell = count => { progress.textContent = `已处理${count}件，共${able.length}件。`; };
  const ended = failed => `已办理${able.length - failed}件${failed > 0 ? `，未办理${failed}件，原因见下` : ''}。`;
  const decide = async () => {
    const value = name => form.elements[name] ? form.elements[name].value : null;
    const said = {decision: value('decision'), opinion: value('opinion')};
    const results = await send(offer, able, () => said, tell);
    const failed = able.filter(item => results.get(item.taskId));
    progress.textContent = ended(failed.length);
    form.replaceChildren(element('h3', {id: 'together-title'}, '批量办理结果'), progress, element('p', {}, close),
      listed(`未办理的（${failed.length}件）`, failed.map(item => refused(item, /** @type {string} */ (results.get(item.taskId)))), 'unable') || '',
      listed(`不能一起办理的（${unable.length}件）`, unable.map(item => refused(item, /** @type {string} */ (item.reason))), 'unable') || '');
    close.focus();
  };
  // a row that is refused keeps what was typed, with the reason, and can be sent again
  const sendRows = async () => {
    const left = able.filter(item => rows.isLeft(item));
    const results = await send(offer, left, rows.valuesOf, tell);
    const failed = left.filter(item => results.get(item.taskId));
    left.forEach(item => rows.tell(item, results.get(item.taskId) || null));
    progress.textContent = ended(failed.length);
    submit.textContent = `办理${failed.length}件`;
    submit.disabled = failed.length === 0;
  };
  form.addEventListener('submit', async event => {
    event.preventDefault();
    submit.disabled = true;
    decided = true;
    await (rows ? sendRows() : decide());
  });
  document.body.append(dialog);
  dialog.showModal();
}
