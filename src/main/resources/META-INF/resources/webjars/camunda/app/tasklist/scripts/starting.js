// 发起流程: Tasklist lists by name what one may start; here it stands under what it is for. What is chosen is chosen in Tasklist's own list, which stays, unseen.

import {API, call} from '../../../lib/cleanup/api.js';
import {element} from '../../../lib/cleanup/page.js';

const LISTED = 'ul.processes';
const GROUPED = 'grouped';

/** @type {?Promise<!Array<!StartGroup>>} */
let offered = null;

/** @return {!Promise<!Array<!StartGroup>>} what may be started, asked for once a window */
function groups() {
  offered = offered || call(`${API}/procedures`).catch(() => {
    offered = null;
    return [];
  });
  return /** @type {!Promise<!Array<!StartGroup>>} */ (offered);
}

/**
 * @param {!StartGroup} group
 * @param {!Array<!Element>} links of Tasklist's list
 * @return {!Array<!Element>} the group with those of its procedures that are listed
 */
function shown(group, links) {
  const own = links.filter(link => group.names.includes(link.textContent.trim()));
  if (own.length === 0) {
    return [];
  }
  return [element('section', {class: 'start-group'}, element('h4', {}, group.purpose), element('ul', {}, ...own.map(link => {
    const button = element('button', {type: 'button', class: 'btn btn-link'}, link.textContent.trim());
    button.addEventListener('click', () => link.click());
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
  const complete = sections.length > 0 && links.every(link => known.some(each => each.names.includes(link.textContent.trim())));
  list.parentElement.querySelectorAll('.start-groups').forEach(before => before.remove());
  list.toggleAttribute('hidden', complete);
  if (complete) {
    list.after(element('div', {class: 'start-groups', 'data-names': named(list)}, ...sections));
  }
}

/**
 * @param {!Element} list
 * @return {string}
 */
function named(list) {
  return [...list.querySelectorAll('a')].map(link => link.textContent.trim()).join(' ');
}

function look() {
  document.querySelectorAll(LISTED).forEach(list => {
    const beside = list.nextElementSibling;
    const names = beside && beside.matches('.start-groups') ? beside.getAttribute('data-names') : null;
    if (names === null ? !list.classList.contains(GROUPED) : names !== named(list)) {
      group(list);
    }
  });
}

new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
