// Command kyverno-cli is the Kyverno CLI. Half a second of each of its calls goes into reading the CRDs that it carries, so that with
// `answer-lines` as its only argument one process makes one call after the other: what the calls of the CLI share is read once.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno/commands"
	"github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno/commands/apply"
	"github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno/experimental"
	"github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno/log"
)

// call is one line of input: the arguments of a call, and the folder that it is made in.
type call struct {
	Folder string   `json:"folder"`
	Args   []string `json:"args"`
}

// answer is one line of output, in the order of the calls.
type answer struct {
	Code   int    `json:"code"`
	Stdout string `json:"stdout"`
	Stderr string `json:"stderr"`
}

func main() {
	if err := log.Configure(); err != nil {
		fmt.Println("Error:", err)
		os.Exit(1)
	}
	if len(os.Args) != 2 || os.Args[1] != "answer-lines" {
		os.Exit(run(os.Args[1:]))
	}
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run makes one call. The exit code is that of the CLI's own main function.
func run(args []string) int {
	command := commands.RootCommand(experimental.IsEnabled())
	command.PersistentFlags().AddGoFlagSet(flag.CommandLine)
	command.SetArgs(args)
	err := command.Execute()
	var warned apply.WarnExitCodeError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &warned):
		return warned.ExitCode
	default:
		return 1
	}
}

func serve(in io.Reader, out io.Writer) error {
	calls := json.NewDecoder(bufio.NewReaderSize(in, 1<<16))
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		var next call
		err := calls.Decode(&next)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a call: %w", err)
		}
		made, err := captured(next)
		if err != nil {
			return err
		}
		if err := answers.Encode(made); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
}

// captured makes a call with files in place of the standard output and error, which the CLI prints to wherever it is.
func captured(next call) (answer, error) {
	if err := os.Chdir(next.Folder); err != nil {
		return answer{}, err
	}
	stdout, err := os.CreateTemp("", "writ-kyverno-*")
	if err != nil {
		return answer{}, err
	}
	defer discard(stdout)
	stderr, err := os.CreateTemp("", "writ-kyverno-*")
	if err != nil {
		return answer{}, err
	}
	defer discard(stderr)
	code := redirected(stdout, stderr, next.Args)
	said, err := contents(stdout)
	if err != nil {
		return answer{}, err
	}
	complained, err := contents(stderr)
	return answer{Code: code, Stdout: said, Stderr: complained}, err
}

func redirected(stdout, stderr *os.File, args []string) (code int) {
	formerStdout, formerStderr := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = stdout, stderr
	defer func() {
		// A panic ends a process with this code, and this one goes on to the next call.
		if cause := recover(); cause != nil {
			fmt.Fprintf(stderr, "panic: %v\n\n%s", cause, debug.Stack())
			code = 2
		}
		os.Stdout, os.Stderr = formerStdout, formerStderr
	}()
	return run(args)
}

func contents(file *os.File) (string, error) {
	text, err := os.ReadFile(file.Name())
	return string(text), err
}

func discard(file *os.File) {
	file.Close()
	os.Remove(file.Name())
}
