/**
 * The forms of tasks: what one shows, demands and keeps, read from the form itself; drafts, previews, separation of duties.
 *
 * <p>
 * <b>Forms</b>: A user task names {@code embedded:deployment:forms/<name>.html}. The form's HTML5 attributes ({@code required}, {@code
 * maxlength}, {@code pattern}, {@code min}, options, {@code data-required-when}, {@code data-choices}, tables with {@code data-list}) are
 * the one declaration: the browser checks by them and the server again, whichever way a task is completed ({@code SubmittingForm}). A field
 * {@code decision} becomes the process variable {@code <task>Decision}; {@code opinion} is kept with who, when and level. Embedded forms,
 * not Camunda Forms: those have no files, no editable tables, and speak English when something is missing.
 *
 * <p>
 * <b>Records</b>: What is filled in is kept by the record whose components have the names of the form's fields ({@code FormRecords}), and
 * is told to those who handle the case after under the form's own words and the heading it names, {@code data-facts} ({@code FormFacts}).
 * What is more than that is kept by a {@code FormContent}, which names it.
 *
 * <p>
 * <b>Conditions in forms</b>: {@code data-shown-when="field=a|b"} shows a part, whose fields are left out otherwise; {@code
 * data-required-when} demands an input only with certain answers; {@code data-fixed} shows a choice made before; {@code data-import} of a
 * table reads its rows from CSV or XLSX ({@code RowImport}).
 *
 * <p>
 * <b>Demands beyond HTML's own</b>: {@code data-not-before} and {@code data-not-after} of a date name {@code today}, another input of the
 * row or form, or a day that the form shows ({@code <output name>}, filled like a field). {@code data-unique} of a column wants different
 * values in all rows, {@code data-required} of a table a row. {@code data-required-kinds="KIND,OTHER:field=value"} of {@code
 * <case-documents>} names the documents without which the form is not taken, attached at a step that has this form; {@code
 * data-checked-kinds="KIND,OTHER"} those that the checks of the case look for afterwards, which is told beside them. {@code data-lawful-by}
 * of a select names {@link cn.gov.officecleanup.mechanism.form.LawfulOptions rules} that leave some of its options open in the case; a note
 * tells why the others are not listed. {@code data-lawful-with="field other"} names the answers that those rules look at: what is offered
 * follows them. The browser says each of them at the field, and in a list above the form when it is handed in ({@code answers.js}), the
 * server refuses with the same sentence; a date that is not shown ({@code data-shown-when}) is not measured.
 *
 * <p>
 * <b>Separation of duties</b>: The property {@code notBy} of a user task names the tasks whose doer may not do it.
 *
 * <p>
 * <b>Numbers of documents</b>: A form after which an official document goes out is a {@code SigningForm}: whoever signs enters the number
 * there, unless the issuing body has given its code word to this application.
 *
 * <p>
 * <b>Drafts</b>: What is typed in fields and tables is kept on the server within seconds, for that official and form alone ({@code
 * FormDrafts}, {@code drafts.js}); Tasklist's own button 暂存 keeps it at once. It is there again at the next opening, on any machine, and
 * ends with the task or the start. Each keeping names the version that the window has read: a second window is told of a later one, and
 * takes it or keeps its own.
 */
package cn.gov.officecleanup.mechanism.form;
