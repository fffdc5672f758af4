/**
 * @fileoverview What the browser, Camunda's web applications,
 *   the libraries beside them and this application's interface give to the scripts of the pages.
 * @externs
 */

/** @type {!Storage} */
var localStorage;

/** @type {!Storage} */
var sessionStorage;

/** @type {{locales: {fallbackLocale: string}}} */
Window.prototype.camTasklistConf;

/** @type {{module: function(string): !NgModule, element: function(!Element): ?}} */
Window.prototype.angular;

/** @type {function(new:?, !Object)} */
Window.prototype.BpmnJS;

/** @type {{attach: function(!CamForm)}} what the forms call */
Window.prototype.CleanupForms;

/**
 * Told by the browser, not yet by the compiler.
 *
 * @constructor
 * @param {string} locale
 * @param {!Object<string, string>} options
 */
Intl.Segmenter = function(locale, options) {};
/**
 * @param {string} text
 * @return {!Iterable<{segment: string}>}
 */
Intl.Segmenter.prototype.segment = function(text) {};

// ---- AngularJS and Camunda's forms, as far as they are used

/** @record */
function NgScope() {}
/** @type {{authentication: {name: string}, $broadcast: function(string)}} */
NgScope.prototype.$root;
/** @type {function(function())} */
NgScope.prototype.$evalAsync;
/** @type {function(string, function())} */
NgScope.prototype.$on;
/** @type {function((string|function(): ?), function(?)): function()} */
NgScope.prototype.$watch;

/** @record */
function NgModule() {}
/** @type {function(!Array<?>)} */
NgModule.prototype.config;
/** @type {function(!Array<?>)} */
NgModule.prototype.run;

/** @record */
function NgRootScope() {}
/** @type {function(string, function(?, ?))} */
NgRootScope.prototype.$on;

/** @record */
function NgNotice() {}
/** @type {string|undefined} */
NgNotice.prototype.status;
/** @type {string|undefined} */
NgNotice.prototype.message;

/** @record */
function NgForm() {}
/** @type {function()} */
NgForm.prototype.$setDirty;
/** @type {function(!Object)} */
NgForm.prototype.$removeControl;

/** @record */
function NgProvide() {}
/** @type {function(string, !Array<?>)} */
NgProvide.prototype.decorator;

/** @record */
function NgLocale() {}
/** @type {!Object<string, ?>} */
NgLocale.prototype.DATETIME_FORMATS;

/** @record */
function CamVariables() {}
/** @type {function(string, ?=): ?} */
CamVariables.prototype.variableValue;
/** @type {function(string): ?} */
CamVariables.prototype.variable;
/** @type {function(!Object)} */
CamVariables.prototype.createVariable;

/** @record */
function CamForm() {}
/** @type {string|undefined} null in a form that begins a case */
CamForm.prototype.taskId;
/** @type {string} */
CamForm.prototype.processDefinitionId;
/** @type {?} of jqLite */
CamForm.prototype.formElement;
/** @type {!CamVariables} */
CamForm.prototype.variableManager;
/** @type {boolean} */
CamForm.prototype.storePrevented;
/** @type {boolean} */
CamForm.prototype.submitPrevented;
/** @type {function(string, function())} */
CamForm.prototype.on;

/** @record */
function JqLite() {}
/** @type {function(): !TaskScope} */
JqLite.prototype.isolateScope;
/** @type {function(number): !JqLite} */
JqLite.prototype.eq;

/**
 * Of a part of Tasklist.
 *
 * @record
 */
function TaskScope() {}
/** @type {string} in ISO 8601, when the part was made */
TaskScope.prototype.now;
/** @type {{changed: function(string)}} */
TaskScope.prototype.taskData;
/** @type {{disableForm: boolean, disableCompleteButton: boolean}} */
TaskScope.prototype.options;

// ---- bpmn-js, PDF.js and ECharts

/** @record */
function ECharts() {}
/** @type {function(!Element): !EChart} */
ECharts.prototype.init;

/** @record */
function EChart() {}
/** @type {function(!Object)} */
EChart.prototype.setOption;
/** @type {function()} */
EChart.prototype.resize;
/** @type {function()} */
EChart.prototype.dispose;

/** @record */
function Drawing() {}
/** @type {function(string, string)} */
Drawing.prototype.addMarker;
/** @type {function(string): !Promise} */
Drawing.prototype.importXML;

/** @record */
function PdfJs() {}
/** @type {{workerSrc: string}} */
PdfJs.prototype.GlobalWorkerOptions;
/** @type {function(!Object): {promise: !Promise<!PdfDocument>}} */
PdfJs.prototype.getDocument;

/** @record */
function PdfDocument() {}
/** @type {number} */
PdfDocument.prototype.numPages;
/** @type {function(number): !Promise<!PdfPage>} */
PdfDocument.prototype.getPage;

/** @record */
function PdfPage() {}
/** @type {function({scale: number}): {width: number, height: number}} */
PdfPage.prototype.getViewport;
/** @type {function(!Object): {promise: !Promise}} */
PdfPage.prototype.render;

// ---- what a dialog asks

/** @typedef {{value: string, label: string, key: string}} */
var Choice;

/**
 * A day that a date may not lie before or after; other is a name or `today`.
 *
 * @typedef {{earliest: boolean, other: string, otherLabel: string}}
 */
var DayBound;

/**
 * Without choices there is nothing to choose, without a lineLabel no line to write, without a wordsLabel nothing to write.
 *
 * @typedef {{title: string, help: (string|undefined), choices: (!Array<!Choice>|undefined), choicesLabel: (string|undefined),
 *   multiple: (boolean|undefined),
 *   legend: (string|undefined), lineLabel: (string|undefined), wordsLabel: (string|undefined), wordsRequired: (boolean|undefined),
 *   words: (string|undefined), wordsMost: (number|undefined)}}
 */
var Question;

/**
 * What else can be done with a task than completing it.
 *
 * @typedef {{path: string, label: string, choices: (string|undefined), multiple: (boolean|undefined), gone: (boolean|undefined),
 *   awaited: (string|undefined),
 *   awaiting: ((function(string): string)|undefined), question: !Question}}
 */
var Handling;

// ---- what the server answers; an instant is in ISO 8601

/** @typedef {{id: string, fileName: string, mediaType: string, kind: string, caseNumber: string, createdAt: string}} */
var StoredFile;

/**
 * @typedef {{value: string, label: string, input: !HTMLInputElement, list: !Element, demand: !Element, row: !Element}}
 */
var DocumentKind;

/** @typedef {{section: string, label: string, value: string}} */
var Fact;

/** @typedef {{message: string, basis: string}} */
var Finding;

/** @typedef {{levelName: string, stepName: string, decisionLabel: ?string, words: ?string, userName: string, givenAt: string, signatureId: ?number}} */
var Opinion;

/** @typedef {{keptAt: ?string}} */
var OwnSignature;

/**
 * @typedef {{caseNumber: string, title: string, procedure: string, government: string, openedAt: string, closedAt: ?string,
 *   finished: boolean}}
 */
var FoundCase;

/** @typedef {{fields: !Object<string, ?>, tables: !Object<string, !Array<!Object<string, string>>>}} */
var DraftContent;

/** @typedef {{savedAt: string, version: number, content: !DraftContent}} */
var Draft;

/** @typedef {{caseNumber: string, words: string, own: !Array<string>, settled: boolean}} */
var Following;

/** @typedef {{settled: function(): !Promise, opened: function(?Draft)}} */
var DraftKeeper;

/** @typedef {{read: function(): !Array<!Object<string, string>>, show: function(!Array<!Object<string, string>>)}} */
var TableRows;

/**
 * @typedef {{caseNumber: string, title: string, due: ?string, facts: !Array<!Fact>, findings: !Array<!Finding>,
 *   opinions: !Array<!Opinion>,
 *   documents: !Array<!StoredFile>, choices: !Object<string, !Array<!Choice>>, values: !Object<string, ?>, previews: !Array<!Choice>,
 *   today: string, attached: !Array<string>, unlawful: !Object<string, !Object<string, string>>, draft: ?Draft, taking: ?TakingOn}}
 */
var OpenForm;

/** @typedef {{name: ?string, phone: ?string, address: ?string}} */
var Reporter;

/** @typedef {{free: boolean, shared: boolean, hindrance: ?string}} */
var TakingOn;

/** @typedef {{isOwn: function(): boolean, take: function(): !Promise<boolean>}} */
var Beginning;

/** @typedef {{extendable: number, haltable: number, decidedBy: ?string, awaited: ?string, resting: ?string}} */
var MoreTimeOptions;

/** @typedef {{own: !Array<string>}} */
var OwnPhrases;

/** @typedef {{office: !Array<string>, own: !Array<string>}} */
var OfferedPhrases;

/** @typedef {{rows: !Array<!Object<string, ?>>, notes: !Array<string>}} */
var ReadRows;

/** @typedef {{elementId: string, userName: ?string, startedAt: string, endedAt: ?string}} */
var Step;

/** @typedef {{processInstanceId: string, name: string, startedAt: string, endedAt: ?string, steps: !Array<!Step>}} */
var Diagram;

/**
 * @typedef {{caseNumber: string, title: string, procedure: string, government: string, openedAt: string, closedAt: ?string, due: ?string,
 *   recallable: ?string, linkable: boolean, moreTime: !MoreTimeOptions, coming: !Array<!After>, sealed: !Array<string>,
 *   readings: !Array<{group: string, userName: ?string, readAt: ?string, words: ?string}>,
 *   urgeable: boolean, facts: !Array<!Fact>, findings: !Array<!Finding>, opinions: !Array<!Opinion>, documents: !Array<!StoredFile>,
 *   related: !Array<!FoundCase>,
 *   waiting: !Array<{stepName: string, group: string, assignee: ?string, since: string, due: ?string, late: boolean}>,
 *   late: !Array<{what: string, stepName: string, group: string, dueAt: string, notedAt: string, closedAt: ?string}>,
 *   ledger: !Array<{step: string, assetNumber: string, amount: number, receiptNumber: ?string, userName: string, recordedAt: string}>,
 *   assets: !Array<{assetNumber: string, kind: string, name: string, bookValue: number, outcome: ?string}>,
 *   linked: !Array<{caseNumber: string, title: string, words: string, linkedBy: string, own: boolean}>, diagrams: !Array<!Diagram>}}
 */
var CasePage;

/** @typedef {{name: string, who: string, lastDay: ?string, awaited: boolean}} */
var Coming;

/** @typedef {{body: string, sealedAt: string, holds: boolean}} */
var SealShown;

/** @typedef {{decision: ?string, next: !Array<!Coming>}} */
var Branch;

/** @typedef {{done: !Array<{name: string, who: ?string, at: string}>, now: !Array<string>, coming: !Array<!Coming>}} */
var CaseWay;

/** @typedef {{stepName: string, branches: !Array<!Branch>, rest: !Array<!Coming>}} */
var After;

/**
 * @typedef {{cases: !Array<!FoundCase>, offices: !Array<{registerNumber: string, name: string, government: string, status: string}>,
 *   documents: !Array<!StoredFile>,
 *   people: !Array<{name: string, post: string, office: string, caseNumber: string, outcome: ?string}>, more: boolean}}
 */
var FoundThings;

/**
 * @typedef {{before: number, retained: number, merged: number, abolished: number, toBeAbolished: number, pending: number, noMeasure: number,
 *   established: number, unfinished: number, late: number,
 *   supervisions: number, unbalanced: ?number}}
 */
var UnitCounts;

/**
 * @typedef {{code: string, name: string, shortName: string, column: number, line: number, counts: !UnitCounts, report: string,
 *   reportLate: boolean}}
 */
var BoardRow;

/**
 * @typedef {{campaign: ?string, daysLeft: number, cleanupDeadline: string, reportDeadline: string, asOf: string, day: ?string,
 *   firstDay: ?string, rows: !Array<!BoardRow>, total: !UnitCounts, course: !Array<{day: string, before: number, settled: number}>}}
 */
var Board;

/** @typedef {{told: string, urgent: boolean}} */
var RegimeState;

/**
 * @typedef {{registerNumber: string, office: string, unit: string, late: number, appraisal: !RegimeState, disclosure: !RegimeState,
 *   parting: !RegimeState, rotation: !RegimeState, budget: ?number, paid: number}}
 */
var RegimeRow;

/** @typedef {{asOf: string, year: number, rows: !Array<!RegimeRow>}} */
var RegimeBoard;

/**
 * @typedef {{unit: string, registerNumber: ?string, office: ?string, status: ?string, caseNumber: ?string, title: ?string, step: ?string,
 *   holder: ?string, lastDay: ?string, late: boolean}}
 */
var CountedItem;

/** @typedef {{idleSeconds: number, singleSignOn: boolean}} */
var Session;

/** @typedef {{open: number, late: number, supervisions: number, toRead: number, auditor: boolean, administrator: boolean}} */
var TaskCounts;

/** @typedef {{purpose: string, names: !Array<string>}} */
var StartGroup;

/** @typedef {{time: string, daysAhead: number, aims: !Array<{aim: string, label: string, day: string}>, moving: boolean, told: ?string}} */
var SampleClock;

/** @typedef {{list: string, label: string, count: (string|undefined), since: (string|undefined), handled: (boolean|undefined), none: string}} */
var WorkListKind;

/**
 * @typedef {{taskId: ?string, caseNumber: string, title: string, office: ?string, step: string, holder: string, begunAt: string,
 *   lastDay: ?string, days: ?number, light: string, marks: !Array<string>, handled: ?string}}
 */
var ListedRow;

/**
 * @typedef {{taskId: string, caseNumber: string, title: string, facts: !Array<!Fact>, lastSaid: ?string,
 *   values: !Object, unlawful: !Object<string, !Object<string, string>>, reason: ?string}}
 */
var TogetherItem;

/**
 * @typedef {{step: ?string, stepName: ?string, decision: ?string, decisions: !Array<!Choice>, opinion: ?string, opinionRequired: boolean,
 *   confirmation: ?string, columns: !Array<!TogetherColumn>, documents: !Array<!Choice>, items: !Array<!TogetherItem>}}
 */
var TogetherOffer;

/**
 * @typedef {{name: string, label: string, kind: string, required: boolean, requiredWhen: ?string, shownWhen: !Array<string>, minLength: ?number,
 *   maxLength: ?number, min: ?string, max: ?string, decimals: ?number, options: !Array<!Choice>}}
 */
var TogetherColumn;

/** @typedef {{label: string, class: (string|undefined), cell: function(!ListedRow): (?Element|?string)}} */
var ListColumn;

/** @typedef {{rows: !Array<!ListedRow>, steps: !Array<string>, all: number, late: number, more: boolean}} */
var WorkList;

/**
 * @typedef {{number: number, notedAt: string, userId: string, userName: ?string, source: ?string, kind: string, caseNumber: ?string,
 *   subject: string,
 *   subjectName: ?string, details: ?string}}
 */
var LogLine;

/** @typedef {{account: string, name: string, system: boolean, security: boolean, audit: boolean, directory: boolean}} */
var Administrator;

/** @typedef {{id: string, name: string, unit: string, unitName: string, members: number, key: string}} */
var GroupLine;

/**
 * @typedef {{account: string, name: string, mail: string, unit: string, groups: !Array<{id: string, name: string}>,
 *   wished: !Array<{id: string, name: string}>, lockedSince: ?string, lockedUntil: ?string, administrator: boolean}}
 */
var Account;

/** @typedef {{accounts: !Array<!Account>, all: number}} */
var FoundAccounts;

/** @typedef {{account: string, name: string, password: string}} */
var FirstPassword;

/** @typedef {{account: string, name: string, group: string, groupName: string, wishedBy: string, wishedAt: string}} */
var WishLine;

/** @typedef {{account: string, group: string, problem: ?string}} */
var WishOutcome;

/** @typedef {{number: number, account: {account: string, name: string}, groups: !Array<string>, findings: !Array<string>}} */
var OfficialRow;

/** @typedef {{number: number, account: string, name: string, password: ?string, problem: ?string}} */
var ImportedOfficial;

/** @typedef {{column: number, text: string, columns: number, rows: number, bold: boolean, align: string}} */
var SheetCell;

/**
 * @typedef {{name: string, widths: !Array<number>, headRows: number, headColumns: number, rows: !Array<!Array<!SheetCell>>,
 *   leftOut: string, more: boolean}}
 */
var Sheet;

/** @typedef {{sheets: !Array<!Sheet>, leftOut: string, more: boolean}} */
var WorkbookView;

/**
 * A part of a Word document, as the server has read it: text, and nothing that does something.
 *
 * @typedef {{kind: string, style: !Object<string, string>, text: ?string, columns: number, rows: number, parts: !Array<?>}}
 */
var WordPart;

/** @typedef {{sheets: !Array<!WordPart>, more: boolean}} */
var WordView;

/**
 * @typedef {{id: number, name: string, purpose: string, groups: !Array<string>, grantedBy: string, grantedAt: string, expiresOn: string,
 *   state: string, revokedBy: ?string, revokedAt: ?string, lastUsedAt: ?string, lastUsedFrom: ?string}}
 */
var ServiceAccountLine;

/**
 * @typedef {{name: string, host: string, kinds: !Array<string>, waiting: number, lastSentAt: ?string, failure: ?string, givenUp: number}}
 */
var ReceiverLine;

/** @typedef {{accounts: !Array<!ServiceAccountLine>, choices: !Array<!Choice>, receivers: !Array<!ReceiverLine>}} */
var ServiceAccountsShown;

/** @typedef {{name: string, token: string}} */
var GrantedAccount;
