/**
 * The documents of cases: kept once by content, official ones drawn up from Word templates and numbered.
 *
 * <p>
 * <b>Documents</b>: Word templates, those under {@code src/main/resources/documents} until the bureau puts others in their place in
 * Tasklist (发起流程 → 修订公文模板): it downloads the one in use, edits it in Word, hands it in; tags that are unknown or missing are named, the
 * leader looks at a specimen and puts it into use. A user task says by its property {@code previews} which documents can be looked at
 * before they are issued ({@code form.DocumentPreview}). Attachments are told by their content, kept once by their hash ({@code
 * stored_content}) and shown in a dialog, {@code lib/cleanup/viewer.js}: PDF by PDF.js, Word and Excel as the server reads them
 * ({@code WordView}, {@code WorkbookView}): text, pictures and layout, no links, no script; an OFD can be downloaded. A workbook's merged
 * cells, widths and frozen heads are those of Excel; what is hidden is left out and told.
 *
 * <p>
 * <b>Workbooks have one reader</b>, {@code WorkbookReader}, for imports and for who looks: what it gives of a cell is what Excel shows,
 * with the number behind. What a template has that looks like a tag and is none, {@code LooseTags} names.
 *
 * <p>
 * <b>Packages are counted before they are opened</b>: Workbooks and Word files, whoever brought them, are opened by {@code
 * OfficePackage} alone: a copy of the parts that their directory names, each unpacked and counted before; what a package says of its sizes
 * is not believed.
 */
package cn.gov.officecleanup.mechanism.document;
