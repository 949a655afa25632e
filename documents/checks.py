"""Can this machine print: fast subsetting, all typefaces, and a template and a schema for every form of the law?"""

import ctypes.util
from typing import Any

from django.core.checks import CheckMessage, Error, Info, Tags, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from documents import typefaces
from documents.registry import FORMS
from documents.signatures import NoKey, bureau_signer, is_configured
from law.forms import all_forms

SYSTEM_LIBRARIES = {"pango-1.0": "libpango-1.0-0", "pangoft2-1.0": "libpangoft2-1.0-0"}
SUBSETTER = "harfbuzz-subset"


@register(Tags.compatibility)
def printing_libraries_are_there(**kwargs: Any) -> list[CheckMessage]:
    """Without harfbuzz-subset each paper takes sixty times as long, and nothing says so."""
    return [
        Error(f"缺少系统库 {package}，文书无法正常打印。", hint=f"apt-get install {package}", id="documents.E001")
        for library, package in {**SYSTEM_LIBRARIES, SUBSETTER: "libharfbuzz-subset0"}.items()
        if not ctypes.util.find_library(library)
    ]


@register(Tags.compatibility)
def typefaces_are_there(**kwargs: Any) -> list[CheckMessage]:
    folders = typefaces.font_folders()
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        return [
            Error(f"字体目录不存在：{folder}", hint="检查 DOCUMENT_FONT_DIR。", id="documents.E002")
            for folder in missing
        ]
    shipped = {path.stem for path in typefaces.SHIPPED.iterdir() if path.suffix in typefaces.SUFFIXES}
    return [
        Error(f"缺少字体文件 {name}。", hint="从发行包恢复 documents/fonts。", id="documents.E003")
        for name in sorted(typefaces.NEEDED - shipped)
    ]


@register(Tags.compatibility)
def every_form_can_be_printed(**kwargs: Any) -> list[CheckMessage]:
    rules = {rule.key for rule in all_forms()}
    problems: list[CheckMessage] = [
        Error(f"forms.toml 中的文书 {key} 没有内容结构。", id="documents.E004") for key in sorted(rules - FORMS.keys())
    ]
    problems += [Error(f"文书 {key} 不在 forms.toml 中。", id="documents.E005") for key in sorted(FORMS.keys() - rules)]
    return problems + [
        Error(f"文书 {key} 没有模板 {form.template}。", id="documents.E006")
        for key, form in FORMS.items()
        if not _exists(form.template)
    ]


@register(Tags.security)
def signing_key_can_be_used(**kwargs: Any) -> list[CheckMessage]:
    """A certificate that is named but cannot be used would stop every paper at the worker."""
    if not is_configured():
        return []
    try:
        bureau_signer()
    except NoKey as error:
        hint = "检查 SIGNING_PKCS12、SIGNING_PASSPHRASE_FILE 或者 SIGNING_PKCS11_MODULE。"
        return [Error(str(error), hint=hint, id="documents.E007")]
    return []


@register(Tags.security, deploy=True)
def papers_are_signed(**kwargs: Any) -> list[CheckMessage]:
    """Said, not warned of: a bureau that seals its papers by hand has chosen so, and may deploy."""
    if is_configured():
        return []
    hint = "用 SIGNING_PKCS12 或者 SIGNING_PKCS11_MODULE 指明本机关的证书。"
    return [Info("没有签名证书：文书不带数字签名，打印后手工用印。", hint=hint, id="documents.I001")]


def _exists(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True
