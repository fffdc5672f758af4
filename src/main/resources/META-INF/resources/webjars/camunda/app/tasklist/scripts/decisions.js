// A decision is a press of a button, with the opinion beside and what is often said (常用意见) to put into it.

import {API, call, json} from '../../../lib/cleanup/api.js';
import {askFor, element} from '../../../lib/cleanup/page.js';
import {handIn} from './taking-on.js';

function groupOf(input) {
  return input.closest('.form-group');
}

/** Shows the choice of a decision as buttons. The list itself stays, unseen: it is what the form and the server know. @param set puts a value into a field */
export function decideByButtons(form, set) {
  const select = form.querySelector('select[cam-variable-name="decision"]');
  if (!select) {
    return;
  }
  const label = form.querySelector(`label[for="${select.id}"]`);
  label.id = `${select.id}-label`;
  const radios = [...select.options].filter(option => option.value !== '').map(option =>
    element('input', {type: 'radio', name: `${select.id}-choice`, value: option.value}));
  const buttons = radios.map(radio => element('label', {class: 'btn btn-default decision'}, radio,
    [...select.options].find(option => option.value === radio.value).text));
  const group = element('div', {class: 'decisions', role: 'radiogroup', 'aria-labelledby': label.id}, ...buttons);
  const show = () => radios.forEach((radio, place) => {
    radio.checked = radio.value === select.value;
    buttons[place].classList.toggle('chosen', radio.checked);
  });
  group.addEventListener('change', event => {
    event.stopPropagation();
    set(select, /** @type {!HTMLInputElement} */ (event.target).value);
  });
  group.addEventListener('keydown', event => {
    const numbered = radios[Number(event.key) - 1];
    if (numbered) {
      numbered.focus();
      numbered.click();
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      handIn(form);
    }
  });
  select.addEventListener('change', show);
  // whoever is led to the list, by its label or from above the form, comes to the buttons
  select.addEventListener('focus', () => (radios.find(radio => radio.checked) || radios[0]).focus());
  select.classList.add('sr-only');
  select.setAttribute('tabindex', '-1');
  select.setAttribute('aria-hidden', 'true');
  select.after(group, element('p', {class: 'help-block decision-keys'}, `键盘：按1至${radios.length}选择，按回车提交。`));
  show();
  const opinion = form.querySelector('[cam-variable-name="opinion"]');
  const pair = element('div', {class: 'decide'});
  groupOf(select).before(pair);
  pair.append(groupOf(select), ...(opinion ? [groupOf(opinion)] : []));
}

/** @type {?Promise<!OfferedPhrases>} fetched once a page */
let phrases = null;

/** @return {!Promise<!OfferedPhrases>} */
function offered() {
  phrases = phrases || call(`${API}/phrases`).catch(problem => {
    phrases = null;
    throw problem;
  });
  return /** @type {!Promise<!OfferedPhrases>} */ (phrases);
}

/** @param {!Array<string>} own */
async function keep(own) {
  const before = await offered();
  const kept = /** @type {!OwnPhrases} */ (await call(`${API}/phrases`, json('PUT', {own})));
  phrases = Promise.resolve({office: before.office, own: kept.own});
}

/**
 * Offers beside the opinion what is often said; of the office's phrases those that the form takes as they are, short ones not where it asks for more.
 * @param set puts a value into a field
 */
export function offerPhrases(form, set) {
  const opinion = form.querySelector('[cam-variable-name="opinion"]:not([readonly])');
  if (!opinion) {
    return;
  }
  const place = element('div', {class: 'phrases', role: 'group', 'aria-label': '常用意见'});
  const insert = words => {
    const start = opinion.selectionStart;
    const end = start + words.length;
    set(opinion, opinion.value.slice(0, start) + words + opinion.value.slice(opinion.selectionEnd));
    opinion.focus();
    opinion.setSelectionRange(end, end);
  };
  const manage = own => askFor({title: '我的常用意见', help: '每行一条，最多20条，每条最多100字；只有您自己看得到。', wordsLabel: '常用意见', words: own.join('\n'), wordsMost: 3000},
    async (chosen, words) => {
      await keep((words || '').split('\n'));
      await draw();
    });
  const told = element('span', {class: 'text-danger', role: 'alert'});
  const draw = async () => {
    const {office, own} = await offered();
    told.replaceChildren();
    const button = (words, act, look, title) => {
      const made = element('button', {type: 'button', class: `btn btn-sm ${look}`, title}, words);
      made.addEventListener('click', act);
      return made;
    };
    place.replaceChildren(element('span', {class: 'phrases-title'}, '常用意见'),
      ...[...own, ...office.filter(words => !own.includes(words) && words.length >= opinion.minLength)].map(words => button(words, () => insert(words), 'btn-default phrase', words)),
      button('存入', async () => {
        if (opinion.value.trim() !== '') {
          await keep([...own, opinion.value]).then(draw, problem => told.replaceChildren(/** @type {!Error} */ (problem).message));
        }
      }, 'btn-link', '把现在的意见存为常用意见'), button('管理', () => manage(own), 'btn-link', '修改我的常用意见'), told);
  };
  groupOf(opinion).append(place);
  // without them the opinion is typed
  draw().catch(() => place.remove());
}
