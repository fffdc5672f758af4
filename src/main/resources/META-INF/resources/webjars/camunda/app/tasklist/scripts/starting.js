// 发起流程: Tasklist lists by name what one may start; here it stands under what it is for. What is chosen is chosen in Tasklist's own list, which stays, unseen.

import {API, call} from '../../../lib/cleanup/api.js';
import {element} from '../../../lib/cleanup/page.js';

const LISTED = 'ul.processes';
const GROUPED = 'grouped';
const SEARCH = '.modal-dialog .modal-header input[type=text]';

/** @type {?Promise<!Array<!StartGroup>>} */
let offered = null;
/** name of what was chosen and is to be started */
let wanted = '';

/** @return {!Promise<!Array<!StartGroup>>} what may be started, asked for once a window */
function groups() {
  offered = offered || call(`${API}/procedures`).catch(() => {
    offered = null;
    return [];
  });
  return /** @type {!Promise<!Array<!StartGroup>>} */ (offered);
}

/** Chooses in Tasklist's list, which it fills anew while one types: what is not there at the moment is chosen once it is. */
function choose() {
  const link = [.../** @type {!NodeList<!HTMLElement>} */ (document.querySelectorAll(`${LISTED} a`))].find(each => named(each) === wanted);
  if (link) {
    wanted = '';
    link.click();
  }
}

/**
 * @param {!Element} link
 * @return {string}
 */
function named(link) {
  return link.textContent.trim();
}

/**
 * @param {!StartGroup} group
 * @param {!Array<!Element>} links of Tasklist's list
 * @return {!Array<!Element>} the group with those of its procedures that are listed
 */
function shown(group, links) {
  const own = links.map(named).filter(name => group.names.includes(name));
  if (own.length === 0) {
    return [];
  }
  return [element('section', {class: 'start-group'}, element('h4', {}, group.purpose), element('ul', {}, ...own.map(name => {
    const button = element('button', {type: 'button', class: 'btn btn-link'}, name);
    button.addEventListener('click', () => {
      wanted = name;
      choose();
    });
    return element('li', {}, button);
  })))];
}

/** @param {!Element} list Tasklist's */
async function group(list) {
  list.classList.add(GROUPED);
  const known = await groups();
  const links = [...list.querySelectorAll('a')];
  const sections = known.flatMap(each => shown(each, links));
  // what no group names is not to be lost: then the list stays as it is
  const complete = sections.length > 0 && links.every(link => known.some(each => each.names.includes(named(link))));
  list.parentElement.querySelectorAll('.start-groups').forEach(before => before.remove());
  list.toggleAttribute('hidden', complete);
  list.setAttribute('data-offered', '');
  if (complete) {
    list.after(element('div', {class: 'start-groups', 'data-names': namesOf(list)}, ...sections));
  }
}

/**
 * @param {!Element} list
 * @return {string}
 */
function namesOf(list) {
  return [...list.querySelectorAll('a')].map(named).join(' ');
}

function look() {
  if (wanted && document.querySelector('.modal-dialog')) {
    choose();
  } else {
    wanted = '';
  }
  document.querySelectorAll(LISTED).forEach(list => {
    const beside = list.nextElementSibling;
    const names = beside && beside.matches('.start-groups') ? beside.getAttribute('data-names') : null;
    if (names === null ? !list.classList.contains(GROUPED) : names !== namesOf(list)) {
      group(list);
    }
  });
}

/**
 * Shows those of the offered procedures that have what is typed in their names, at once: Tasklist would ask anew two seconds later.
 *
 * @param {!Element} offer
 * @param {string} typed
 */
function narrow(offer, typed) {
  const missing = [...offer.querySelectorAll('section')].filter(section => {
    const items = [...section.querySelectorAll('li')];
    items.forEach(item => item.toggleAttribute('hidden', !named(item).includes(typed)));
    section.toggleAttribute('hidden', items.every(item => item.hasAttribute('hidden')));
    return !section.hasAttribute('hidden');
  }).length === 0;
  offer.querySelectorAll('.start-none').forEach(before => before.remove());
  if (missing) {
    offer.append(element('p', {class: 'start-none', role: 'status'}, `没有名称含“${typed}”的流程，请换一个词。`));
  }
}

/** @param {!Event} event */
function typing(event) {
  const field = event.target instanceof Element ? event.target.closest(SEARCH) : null;
  const offer = document.querySelector('.modal-dialog .start-groups');
  if (field && offer) {
    event.stopImmediatePropagation();
    narrow(offer, /** @type {!HTMLInputElement} */ (field).value.trim());
  }
}

document.addEventListener('input', typing, true);
document.addEventListener('change', typing, true);
new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
