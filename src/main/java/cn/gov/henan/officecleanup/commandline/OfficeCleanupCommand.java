package cn.gov.henan.officecleanup.commandline;

import cn.gov.henan.officecleanup.audit.LedgerCheckCommand;
import cn.gov.henan.officecleanup.identity.UnlockUserCommand;
import cn.gov.henan.officecleanup.register.RegisterExportCommand;
import cn.gov.henan.officecleanup.register.RegisterImportCommand;
import cn.gov.henan.officecleanup.rehearsal.RehearseCommand;
import picocli.CommandLine.Command;

/** The commands there are. */
@Command(name = "office-cleanup",
    subcommands = {RegisterImportCommand.class, RegisterExportCommand.class, LedgerCheckCommand.class, RehearseCommand.class, UnlockUserCommand.class})
class OfficeCleanupCommand {
}
