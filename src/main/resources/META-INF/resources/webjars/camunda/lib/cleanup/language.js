// Chinese, or English for who has an English browser. Nothing here needs a page.

/**
 * @param {!Array<string>} languages as the browser names them, the preferred one first
 * @return {boolean} whether the web applications are shown in English
 */
export function isEnglish(languages) {
  return /^en\b/i.test(languages[0] || '');
}

/** @const {boolean} */
export const english = isEnglish([...(navigator.languages || []), navigator.language || '']);

/**
 * @param {string} chinese
 * @param {string} inEnglish
 * @return {string} the one that this browser is to show
 */
export function worded(chinese, inEnglish) {
  return english ? inEnglish : chinese;
}

/**
 * A web application asks for the locale of the browser's language without its region ("zh" for zh-CN, zh-Hans-CN, zh-TW), finds none of
 * that name and takes the fallback: Chinese. Only an English browser gets English, as its own fallback, so that one locale is loaded and the
 * dates of the other do not win.
 *
 * @param {string} name of the web application
 * @param {!Array<string>} customScripts what it loads besides its own scripts; those that all of them load are added
 * @param {!Object=} more of its configuration
 * @return {!Object} the configuration of one of Camunda's web applications
 */
export function webapp(name, customScripts, more = {}) {
  return {
    app: {name, vendor: '驻省会城市办事机构清理规范'},
    locales: {availableLocales: ['zh-CN', 'en'], fallbackLocale: worded('zh-CN', 'en')},
    disableWelcomeMessage: true,
    customScripts: [...customScripts, '../../lib/cleanup/session-guard.js', '../../lib/cleanup/notices.js', '../../lib/cleanup/shell.js'],
    ...more
  };
}
