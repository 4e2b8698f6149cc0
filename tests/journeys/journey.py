"""The whole way of one dossier, each step by the account that takes it."""

from .browser import Browser
from .steps_office import OfficeSteps
from .steps_plan import PlanSteps
from .steps_result import ResultSteps
from .steps_unit import UnitSteps


class Journey(UnitSteps, OfficeSteps, ResultSteps, PlanSteps):
    def __init__(self):
        self.seats: dict[str, Browser] = {}

    def at(self, username: str) -> Browser:
        """The browser of an account, logged in once."""
        if username not in self.seats:
            self.seats[username] = Browser().login(username)
        return self.seats[username]

    def start(self, username: str) -> Browser:
        """The start page of an account as it stands now; who has just logged in is there already."""
        return self.at(username).open("/") if username in self.seats else self.at(username)
