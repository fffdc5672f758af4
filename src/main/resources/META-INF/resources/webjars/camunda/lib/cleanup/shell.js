// Camunda's shell around our forms and pages as who listens to it or uses the keyboard needs it: its parts are landmarks, what shows a picture alone has a name,
// headings follow each other, dialogs are named by their titles.

import {addressOf} from './api.js';
import {worded} from './language.js';
import {element} from './page.js';

/** @const {!Object<string, string>} role of each part of a page */
const LANDMARKS = {'[cam-widget-header]': 'banner', '[ng-view]': 'main', '[cam-widget-footer]': 'contentinfo', '.breadcrumbs-panel': 'navigation'};

/** @const {!Array<!Array<string>>} names of what shows a picture alone and has no words of its own that could be taken */
const NAMES = [
  ['.region-toggle[data-region=filters]', worded('收起或者展开筛选列表', 'Fold or unfold the filters')],
  ['.region-toggle[data-region=list]', worded('收起或者展开任务列表', 'Fold or unfold the tasks')],
  ['.region-toggle[data-region=task]', worded('收起或者展开任务', 'Fold or unfold the task')],
  ['.maximize', worded('任务占满窗口或者还原', 'Let the task fill the window, or not')],
  ['.stored-criteria > .dropdown-toggle', worded('保存或者取用筛选条件', 'Keep or use criteria')],
  ['.app-switch > .dropdown-toggle', worded('切换应用', 'Other applications')],
  ['.section-toggle', worded('收起或者展开本部分', 'Fold or unfold this part')],
  ['.navbar-toggle', worded('菜单', 'Menu')]
];
const PAUSE_MILLIS = 300;
const NAMELESS = 'a[href]:not([aria-label]), button:not([aria-label])';
/** @const {!Object<string, string>} level of headings that skip one */
const LEVELS = {'h6.process-definition': '5', '.task-card h4.process-definition': '3'};
/** @const {string} what has words that narrow windows do not show */
const PICTURES = '.new-sort > .dropdown-toggle';
const DIALOGS = '.modal[role=dialog]:not([aria-labelledby])';

let dialogs = 0;

/**
 * @param {!Element} control
 * @return {string} the name of a control that has none: what its tooltip says, or that of its picture, or what it is known for
 */
function nameOf(control) {
  const told = control.getAttribute('uib-tooltip') || control.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip') || '';
  const known = NAMES.find(([selector]) => control.matches(selector));
  return known ? known[1] : told;
}

function name() {
  document.querySelectorAll(NAMELESS).forEach(control => {
    if (!control.textContent.trim() || control.matches(PICTURES)) {
      const words = nameOf(control);
      if (words) {
        control.setAttribute('aria-label', words);
      }
    }
  });
  document.querySelectorAll(DIALOGS).forEach(dialog => {
    const title = dialog.querySelector('.modal-title, .modal-header h3');
    if (title) {
      title.id = title.id || `shell-dialog-${++dialogs}`;
      dialog.setAttribute('aria-labelledby', title.id);
    }
  });
}

function order() {
  Object.entries(LANDMARKS).forEach(([selector, role]) => document.querySelectorAll(`${selector}:not([role])`).forEach(part => part.setAttribute('role', role)));
  Object.entries(LEVELS).forEach(([selector, level]) => document.querySelectorAll(selector).forEach(heading => heading.setAttribute('aria-level', level)));
  // what offers choices while one types
  document.querySelectorAll('input[uib-typeahead]:not([role])').forEach(input => input.setAttribute('role', 'combobox'));
  // notices are outside of all parts
  document.querySelectorAll('.page-notifications:not([role])').forEach(notices => notices.setAttribute('role', 'status'));
  document.querySelectorAll('.page-notifications .sr-only').forEach(word => {
    if (word.textContent === 'Close') {
      word.textContent = worded('关闭', 'Close');
    }
  });
}

/** The page says what it is for; fields follow each other by themselves, and what one is for is still said once something is typed into it. */
function helpSigningIn() {
  const form = document.querySelector('form[name=signinForm]');
  if (form) {
    if (!document.querySelector('h1')) {
      form.prepend(element('h1', {class: 'sr-only'}, worded('登录', 'Sign in')));
    }
    form.querySelectorAll('[tabindex]').forEach(part => part.removeAttribute('tabindex'));
    form.querySelectorAll('input[placeholder]:not([aria-label])').forEach(input => input.setAttribute('aria-label', /** @type {string} */ (input.getAttribute('placeholder'))));
  }
}

let waiting = false;

/** Camunda's pages change often; they are looked through once for all that has changed in a while. */
function look() {
  if (!waiting) {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      name();
      order();
      helpSigningIn();
    }, PAUSE_MILLIS);
  }
}

document.head.append(element('link', {rel: 'stylesheet', href: addressOf('lib/cleanup/shell.css')}));
new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
look();
