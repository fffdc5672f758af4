import {webapp} from '../../../lib/cleanup/language.js';

export default webapp('系统管理', ['scripts/administrators.js']);
