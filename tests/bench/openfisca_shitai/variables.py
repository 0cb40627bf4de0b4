"""石台县〔2022〕5号 as a competent OpenFisca user would write it."""

from openfisca_core.indexed_enums import Enum
from openfisca_core.model_api import max_, min_, where
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable
from openfisca_shitai.entities import Person


class Group(Enum):
    """The groups of the document, and everyone else."""

    __order__ = "pu_tong te_kun di_bao fan_pin jian_ce di_bian yin_bing"
    pu_tong = "普通参保人员"
    te_kun = "特困人员"
    di_bao = "低保对象"
    fan_pin = "返贫致贫人口"
    jian_ce = "防止返贫监测对象"
    di_bian = "低保边缘家庭成员"
    yin_bing = "因病致贫重病患者"


class group(Variable):
    """A person's group."""

    value_type = Enum
    possible_values = Group
    default_value = Group.pu_tong
    entity = Person
    definition_period = DateUnit.YEAR
    label = "救助对象类别"


class burden(Variable):
    """What basic insurance left of the in-scope costs."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR
    label = "基本医保支付后政策范围内个人自付费用"


class referred(Variable):
    """Sent on by a referral."""

    value_type = bool
    entity = Person
    definition_period = DateUnit.YEAR
    label = "规范转诊"


class in_prov(Variable):
    """Treated within the province."""

    value_type = bool
    entity = Person
    definition_period = DateUnit.YEAR
    label = "在省域内就医"


class dabing_qingxie(Variable):
    """In a group with better terms of critical insurance."""

    value_type = bool
    entity = Person
    definition_period = DateUnit.YEAR
    label = "大病保险倾斜支付对象"
    reference = "石政办〔2022〕5号 (五)"

    def formula_2022_10_08(person, period):
        """Three groups have them."""
        g = person("group", period)
        return (g == Group.te_kun) + (g == Group.di_bao) + (g == Group.fan_pin)


class dabing_qifu(Variable):
    """The deductible of critical insurance."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR
    label = "大病保险起付标准"
    reference = "石政办〔2022〕5号 (五)"

    def formula_2022_10_08(person, period, parameters):
        """Half of the ordinary one on better terms."""
        p = parameters(period).dabing
        return where(person("dabing_qingxie", period), p.qifu * (1 - p.qifu_jianmian), p.qifu)


class dabing(Variable):
    """What critical insurance pays."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR
    label = "大病保险支付"
    reference = "石政办〔2022〕5号 (五)"

    def formula_2022_10_08(person, period, parameters):
        """By marginal bands, with more points and without a cap on better terms."""
        p = parameters(period).dabing
        special = person("dabing_qingxie", period)
        over = max_(person("burden", period) - person("dabing_qifu", period), 0)
        pay = p.fenduan.calc(over) + special * p.tigao * over
        return where(special, pay, min_(pay, p.fengding)).round(2)


class jiuzhu(Variable):
    """What aid pays."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR
    label = "医疗救助支付"
    reference = "石政办〔2022〕5号 (七)"

    def formula_2022_10_08(person, period, parameters):
        """By group, above its line, up to the limit."""
        p = parameters(period).jiuzhu
        g = person("group", period)
        rest = person("burden", period) - person("dabing", period)
        return min_(max_(rest - p.qifu[g], 0) * p.bili[g], p.xiane).round(2)


class qingxie(Variable):
    """What tilted aid pays."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR
    label = "倾斜救助支付"
    reference = "石政办〔2022〕5号 (八)"

    def formula_2022_10_08(person, period, parameters):
        """Half of what is left above the line, for those referred within the province."""
        p = parameters(period).qingxie
        eligible = (
            (person("group", period) != Group.pu_tong)
            * person("referred", period)
            * person("in_prov", period)
        )
        rest = person("burden", period) - person("dabing", period) - person("jiuzhu", period)
        return eligible * min_(max_(rest - p.qixian, 0) * p.bili, p.xiane).round(2)


class self_pay(Variable):
    """What is left to the person."""

    value_type = float
    entity = Person
    definition_period = DateUnit.YEAR
    label = "个人负担"

    def formula(person, period):
        """Costs less all payments."""
        return (
            person("burden", period)
            - person("dabing", period)
            - person("jiuzhu", period)
            - person("qingxie", period)
        )
