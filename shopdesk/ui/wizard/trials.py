"""Tries the mailbox line by line, lets a strange certificate be looked at, and keeps what works."""

from dataclasses import replace

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import InputRefused, ShopdeskError, SignInNeeded
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Server
from shopdesk.domain.trial import Part, SelfMail, SelfMailStep, Tick, Trial
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.desk import ConnectingDesk
from shopdesk.ui.wizard.board import Board
from shopdesk.ui.wizard.state import Browser, Stage
from shopdesk.ui.wizard.troubles import Circumstances, Kind, Trouble


class Trials:
    """One trial after the other, until one works."""

    def __init__(self, board: Board, desk: ConnectingDesk, writing: WorkLane) -> None:
        self._board = board
        self._desk = desk
        self._writing = writing

    def begin(self) -> None:
        """Try what was typed and found."""
        board, entry = self._board, self._board.entry
        try:
            mailbox = entry.mailbox()
        except InputRefused as problem:
            board.fail(problem, Circumstances())
            return
        if not entry.used_proof().secret:
            missing = SignInNeeded(mailbox.imap.host, "nothing was typed")
            board.fail(missing, Circumstances(Part.SIGN_IN, found=entry.found))
            return
        control = board.attempt()
        board.change(stage=Stage.TRYING, ticks=(), trouble=None, certificate=None, self_mail=None)
        board.ask(
            control,
            lambda: self._desk.try_out(
                mailbox, entry.used_proof(), control, lambda tick: board.tell(control, lambda: self._ticked(tick))
            ),
            lambda trial: self._tried(trial, control),
            lambda problem: board.fail(problem, Circumstances(), stage=Stage.FAILED),
        )

    def stop(self) -> None:
        """Give the trial up."""
        self._board.give_up()
        self._board.change(stage=Stage.TYPING, ticks=())

    def look_at_certificate(self) -> None:
        """Fetch the certificate that was refused, so that a person can see it."""
        board = self._board
        trouble = board.shown.trouble
        if trouble is None or trouble.server is None:
            return
        server, sends = trouble.server, trouble.part is Part.SENDING
        control = board.attempt()
        board.ask(
            control,
            lambda: self._desk.certificate(server, sends=sends),
            lambda seen: board.change(certificate=seen),
            lambda problem: board.fail(problem, Circumstances(trouble.part, server, board.entry.found)),
        )

    def trust(self) -> None:
        """The certificate was seen and is the right one: trust it for this server, and try again."""
        board, seen = self._board, self._board.shown.certificate
        if seen is None:
            return
        entry = board.entry
        board.begin_anew(imap=_pinned(entry.imap, seen), smtp=_pinned(entry.smtp, seen))
        self.begin()

    def send_to_oneself(self, subject: str, text: str) -> None:
        """A person wants to see a mail leave: one small one, to the mailbox itself."""
        board = self._board
        if board.shown.is_self_mailing or not board.shown.offers_self_mail:
            return
        mailbox, proof = board.entry.mailbox(), board.entry.used_proof()
        board.change(is_self_mailing=True, self_mail=None)
        board.ask(
            board.present,
            lambda: self._desk.send_to_oneself(mailbox, proof, subject, text),
            lambda outcome: board.change(is_self_mailing=False, self_mail=outcome),
            lambda problem: board.change(is_self_mailing=False, self_mail=SelfMail(SelfMailStep.SIGN_IN, problem)),
        )

    def keep(self) -> None:
        """Connect the mailbox that was tried."""
        board, entry = self._board, self._board.entry
        board.change(is_self_mailing=False)  # its answer is dropped with the attempt
        control = board.attempt()
        mailbox, proof = entry.mailbox(), entry.used_proof()
        board.ask(control, lambda: self._desk.keep(mailbox, proof), self._kept, self._not_kept, self._writing)

    def _kept(self, mailbox: MailboxId) -> None:
        self._board.view.show_kept(mailbox)

    def _not_kept(self, failure: ShopdeskError) -> None:
        self._board.fail(failure, Circumstances())

    def _ticked(self, tick: Tick) -> None:
        others = tuple(one for one in self._board.shown.ticks if one.part is not tick.part)
        self._board.change(ticks=(*others, tick))

    def _tried(self, trial: Trial, control: SimpleControl) -> None:
        """The last ticks are on their way through the screen's queue; judge behind them."""
        self._board.tell(control, lambda: self._judge(trial))

    def _judge(self, trial: Trial) -> None:
        board, entry = self._board, self._board.entry
        if trial.receiving is not None:
            part = Part.FOLDERS if _works(board.shown.tick(Part.SIGN_IN)) else Part.SIGN_IN
            works = entry.smtp is not None and trial.sending is None
            around = Circumstances(part, entry.imap, entry.found, works, _has_pin(entry.imap))
            board.fail(trial.receiving, around, stage=Stage.FAILED)
        elif trial.sending is not None:
            around = Circumstances(Part.SENDING, entry.smtp, entry.found, pinned=_has_pin(entry.smtp))
            board.fail(trial.sending, around, stage=Stage.RECEIVES_ONLY)
        elif entry.smtp is None:
            provider = entry.found.provider if entry.found is not None else ""
            missing = Trouble(Kind.SENDING_MISSING, Part.SENDING, None, provider, None)
            board.change(trouble=missing, stage=Stage.RECEIVES_ONLY)
        else:
            browser = Browser.SIGNED_IN if entry.proof is not None else Browser.OFF
            board.change(trouble=None, stage=Stage.WORKS, browser=browser)


def _works(tick: Tick | None) -> bool:
    return tick is not None and tick.failure is None and not tick.is_left_out


def _has_pin(server: Server | None) -> bool:
    return server is not None and bool(server.fingerprint)


def _pinned(server: Server | None, seen: SeenCertificate) -> Server | None:
    """Only the server that showed it: the same host and port."""
    if server is None or (server.host, server.port) != (seen.host, seen.port):
        return server
    return replace(server, fingerprint=seen.fingerprint)
