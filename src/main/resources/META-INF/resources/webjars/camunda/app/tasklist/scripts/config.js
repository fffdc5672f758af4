// The web application asks for the locale of the browser's language without its region ("zh" for zh-CN, zh-Hans-CN, zh-TW), finds none of
// that name and takes the fallback: Chinese. Only an English browser gets English, as its own fallback, so that one locale is loaded and the
// dates of the other do not win.
const language = ((navigator.languages && navigator.languages[0]) || navigator.language || '').toLowerCase();

export default {
  app: {
    name: '待办事项',
    vendor: '驻省会城市办事机构清理规范'
  },
  locales: {
    availableLocales: ['zh-CN', 'en'],
    fallbackLocale: /^en\b/.test(language) ? 'en' : 'zh-CN'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/cleanup-forms.js', 'scripts/chinese-calendars.js', 'scripts/header.js', '../../lib/cleanup/session-guard.js'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '签收当前选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到筛选列表的第一项'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到任务列表的第一项'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“发起流程”窗口'
    }
  }
};
