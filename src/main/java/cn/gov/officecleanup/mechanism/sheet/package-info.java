/**
 * Tables in files that officials send and get: found by their headings in CSV and workbooks, every wrong cell told, written as workbooks.
 *
 * <p>
 * What is read is what Excel shows ({@code document.WorkbookReader}); errors, pictures, formulas without result and numbers that lost
 * digits are refused by row and column. What is hidden is not sent: it is left out, and the result says so ({@code FoundTable.notes}). An
 * amount has a unit: in the heading, above the table, in the cell or in the number format ({@code MoneyUnit}, {@code Amounts}); it is made
 * yuan, and the result says so, or it is refused. Days are read as people write them ({@code WrittenDay}).
 */
package cn.gov.officecleanup.mechanism.sheet;
