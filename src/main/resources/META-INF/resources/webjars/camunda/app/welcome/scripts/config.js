import {webapp} from '../../../lib/cleanup/language.js';

export default webapp('首页', []);
