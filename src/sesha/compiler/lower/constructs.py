"""List which function lowers which node: the two tables that tie the constructs together."""

from mypy import nodes as n

from sesha.compiler.lower.calls import call, super_calls
from sesha.compiler.lower.expressions import (
    attributes,
    comprehensions,
    conditional,
    displays,
    names,
    operators,
)
from sesha.compiler.lower.function import ExpressionLowering, FunctionLowering, StatementLowering
from sesha.compiler.lower.functions import closures, suspension
from sesha.compiler.lower.statements import (
    assignment,
    exceptions,
    loops,
    match_statement,
    plain,
    try_statement,
    with_statement,
)
from sesha.compiler.lower.value import Val


def _inner(fl: FunctionLowering, node: n.Expression) -> Val:
    """cast, assert_type, reveal_type: the value itself."""
    return fl.expression(node.expr)  # type: ignore[attr-defined]


EXPRESSIONS: dict[type, ExpressionLowering] = {
    n.IntExpr: displays.literal,
    n.FloatExpr: displays.literal,
    n.StrExpr: displays.literal,
    n.ComplexExpr: displays.complex_literal,
    n.BytesExpr: displays.bytes_literal,
    n.EllipsisExpr: displays.ellipsis,
    n.NameExpr: names.read_name,
    n.MemberExpr: attributes.member_expression,
    n.SuperExpr: super_calls.super_member,
    n.IndexExpr: attributes.index_expression,
    n.CallExpr: call.call_expression,
    n.OpExpr: operators.binary_expression,
    n.ComparisonExpr: operators.comparison_expression,
    n.UnaryExpr: operators.unary_expression,
    n.ConditionalExpr: conditional.conditional_expression,
    n.TupleExpr: displays.tuple_display,
    n.ListExpr: displays.list_display,
    n.SetExpr: displays.set_display,
    n.DictExpr: displays.dict_display,
    n.SliceExpr: displays.slice_display,
    n.ListComprehension: comprehensions.list_comprehension,
    n.SetComprehension: comprehensions.set_comprehension,
    n.DictionaryComprehension: comprehensions.dict_comprehension,
    n.GeneratorExpr: closures.generator_expression,
    n.LambdaExpr: closures.lambda_expression,
    n.AssignmentExpr: assignment.walrus,
    n.YieldExpr: suspension.yield_expression,
    n.YieldFromExpr: suspension.yield_from_expression,
    n.AwaitExpr: suspension.await_expression,
    n.CastExpr: _inner,
    n.AssertTypeExpr: _inner,
    n.TypeApplication: _inner,
}

STATEMENTS: dict[type, StatementLowering] = {
    n.ExpressionStmt: plain.expression_statement,
    n.AssignmentStmt: assignment.assignment,
    n.OperatorAssignmentStmt: assignment.augmented,
    n.DelStmt: assignment.delete,
    n.IfStmt: plain.if_statement,
    n.WhileStmt: loops.while_loop,
    n.ForStmt: loops.for_loop,
    n.BreakStmt: loops.break_statement,
    n.ContinueStmt: loops.continue_statement,
    n.ReturnStmt: suspension.return_statement,
    n.RaiseStmt: exceptions.raise_statement,
    n.AssertStmt: exceptions.assert_statement,
    n.TryStmt: try_statement.try_statement,
    n.WithStmt: with_statement.with_statement,
    n.MatchStmt: match_statement.match_statement,
    n.PassStmt: plain.nothing,
    n.GlobalDecl: plain.nothing,
    n.NonlocalDecl: plain.nothing,
    n.TypeAliasStmt: plain.nothing,
    n.Import: plain.any_import,
    n.ImportFrom: plain.any_import,
    n.FuncDef: plain.definition,
    n.Decorator: plain.definition,
    n.OverloadedFuncDef: plain.definition,
    n.ClassDef: plain.class_definition,
    n.Block: lambda fl, node: fl.block(node),  # type: ignore[arg-type]
}
