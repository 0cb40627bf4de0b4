"""石台县〔2022〕5号 (五)(七)(八) as a competent user of OpenFisca would write it."""

from pathlib import Path

from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_shitai import entities

HERE = Path(__file__).parent


class CountryTaxBenefitSystem(TaxBenefitSystem):
    """The entities, variables and parameters of one county."""

    def __init__(self):
        super().__init__(entities.entities)
        self.add_variables_from_file(str(HERE / "variables.py"))
        self.load_parameters(str(HERE / "parameters"))
