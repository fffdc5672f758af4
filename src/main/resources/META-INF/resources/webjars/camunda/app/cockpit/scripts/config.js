import {webapp} from '../../../lib/cleanup/language.js';

export default webapp('监督台', ['scripts/progress-board.js']);
