// The web application asks for the locale of the browser's language without its region ("zh" for zh-CN, zh-Hans-CN, zh-TW), finds none of
// that name and takes the fallback: Chinese. Only an English browser gets English, as its own fallback, so that one locale is loaded and the
// dates of the other do not win.
const language = ((navigator.languages && navigator.languages[0]) || navigator.language || '').toLowerCase();

export default {
  app: {
    name: '监督台',
    vendor: '驻省会城市办事机构清理规范'
  },
  locales: {
    availableLocales: ['zh-CN', 'en'],
    fallbackLocale: /^en\b/.test(language) ? 'en' : 'zh-CN'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/progress-board.js', '../../lib/cleanup/session-guard.js']
};
