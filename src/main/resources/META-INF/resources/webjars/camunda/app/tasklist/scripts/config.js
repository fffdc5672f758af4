import {webapp} from '../../../lib/cleanup/language.js';

export default webapp('待办事项', ['scripts/cleanup-forms.js', 'scripts/chinese-calendars.js', 'scripts/header.js', 'scripts/list-place.js', 'scripts/more-time.js',
  'scripts/narrow.js', 'scripts/server-time.js', 'scripts/starting.js'], {
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '签收当前选中的任务'},
    focusFilter: {key: 'ctrl+shift+f', description: '转到筛选列表的第一项'},
    focusList: {key: 'ctrl+alt+l', description: '转到任务列表的第一项'},
    focusForm: {key: 'ctrl+alt+f', description: '转到任务表单的第一个输入框'},
    startProcess: {key: 'ctrl+alt+p', description: '打开“发起流程”窗口'}
  }
});
