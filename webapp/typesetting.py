"""Templates set once a language: what stands in them for ever is written in when they are compiled.

A page has some fifty sentences of its own; to look up and escape each of them again for every
reader was a good part of drawing it.
"""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

from .language import SOURCE, current

FIXED = ("_", "asset")
"""What gives the same for the same words: the sentence of a language, the address of a file."""


class Part(Template):
    """A template whose macros are made once; to look each time for globals of its own is slow."""

    def _get_default_module(self, _context: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class Writer(CodeGenerator):
    """Writes templates as programs that ask for little.

    What is markup already is not asked to become it. What a template calls is called at once: none
    of ours asks for the context.
    """

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Write a call of a function or a macro as what it is."""
        if not isinstance(node, nodes.Call) or node.dyn_args or node.dyn_kwargs:
            return super().visit(node, *args, **kwargs)
        super().visit(node.node, *args)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, *args)
            self.write(", ")
        return self.write(")")

    def _output_child_pre(self, *_args: Any) -> None:
        self.write("(shown if type(shown := ")

    def _output_child_post(self, *_args: Any) -> None:
        self.write(") is Markup else escape(shown))")


class Typesetting(Environment):
    """The templates in the language of the site, and others like it for its other languages."""

    template_class, code_generator_class = Part, Writer

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app, **options, trim_blocks=True, lstrip_blocks=True, cache_size=-1)
        self.set_in = {SOURCE.tag: self}

    def make_globals(self, own: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Let all templates have the same words: none of ours has any of its own."""
        assert not own
        return self.globals

    def get_or_select_template(self, *args: Any, **kwargs: Any) -> Template:
        """Give a page set in the reader's language."""
        tag = current().tag
        if tag not in self.set_in:
            self.set_in[tag] = self.overlay()
        return super(Typesetting, self.set_in[tag]).get_or_select_template(*args, **kwargs)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(Setter(self).visit(source), *args, **kwargs)


class Setter(NodeTransformer):
    """Puts what a call gives in the place of the call, where all that it is given stands there."""

    def __init__(self, environment: Environment) -> None:
        self.known = environment.globals

    def visit(self, node: nodes.Node, *_args: Any, **_kwargs: Any) -> nodes.Node:
        """Look at the parts first: the words of one call may be what another gives."""
        self.generic_visit(node)
        return self._settled(node) if isinstance(node, nodes.Call) else node

    def _settled(self, call: nodes.Call) -> nodes.Expr:
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        if name not in FIXED:
            return call
        try:
            args, kwargs = nodes.args_as_const(call, None)
        except nodes.Impossible:
            return call
        return nodes.Const(self.known[name](*args, **kwargs), lineno=call.lineno)
