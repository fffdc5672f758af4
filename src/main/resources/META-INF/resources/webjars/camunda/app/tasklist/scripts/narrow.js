// On a phone Tasklist stands its columns one below the other: there a task that is opened takes the place of the list, and 返回列表 leads back.

import {element} from '../../../lib/cleanup/page.js';

const NARROW = window.matchMedia('(max-width: 767px)');

let shown = '';

function query() {
  return new URLSearchParams(location.hash.split('?')[1] || '');
}

function look() {
  const task = query().get('task') || '';
  const pane = document.querySelector('.task-details > .content');
  if (pane && !pane.querySelector('.back-to-list')) {
    const back = element('a', {class: 'back-to-list', href: '#/'}, '‹ 返回列表');
    back.addEventListener('click', event => {
      event.preventDefault();
      const left = query();
      left.delete('task');
      left.delete('detailsTab');
      location.hash = `#/?${left}`;
    });
    pane.prepend(back);
  }
  if (task !== shown) {
    shown = task;
    document.body.classList.toggle('task-open', task !== '');
    if (NARROW.matches) {
      window.scrollTo(0, 0);
    }
  }
}

new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
window.addEventListener('hashchange', look);
look();
