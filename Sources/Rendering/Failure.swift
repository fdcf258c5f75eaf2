import Cairo
import Diagnostics
import Pango
import QPDF

/// Runs `work`; what a library threw becomes a finding.
///
/// The one place that knows what the libraries' errors mean to a user.
func diagnosing<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error as CairoError {
        let kind: FailureKind = error.status == .writeError ? .inputOutput : .internalFailure
        throw Diagnostic.error(error.description, kind: kind)
    } catch let error as PangoError {
        throw Diagnostic.error(error.description, kind: .internalFailure)
    } catch let error as QPDFError where error.code == 0 {
        throw Diagnostic.error(
            error.description, kind: .unavailable, hint: "install libqpdf (Debian: libqpdf29)")
    } catch let error as QPDFError {
        throw Diagnostic.error(error.description, kind: .internalFailure)
    }
}
